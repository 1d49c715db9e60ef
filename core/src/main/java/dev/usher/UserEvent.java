package dev.usher;

/**
 * Something that happens to a user. The application observes it, in CDI by {@code @Observes} or {@code @ObservesAsync}.
 *
 * <ul>
 *   <li>{@link Registering} and {@link Deleting} are fired inside the transaction: an observer that throws undoes the
 *       use case.
 *   <li>{@link Registered}, {@link LoggedIn}, {@link Verified}, {@link PasswordReset}, {@link Updated},
 *       {@link LoggedOutEverywhere} and {@link Deleted} are facts, fired after commit: an observer that throws is logged
 *       and changes no answer.
 *   <li>{@link VerificationRequested} and {@link PasswordForgotten} carry a token. They are fired asynchronously, so
 *       that no response time tells whether an account exists, and their {@code toString} hides the token.
 * </ul>
 */
public sealed interface UserEvent {

    /** The user as she is stored, or is about to be. */
    User<?> user();

    /**
     * The same, as the application's type.
     *
     * @throws ClassCastException if the user is of another type
     */
    default <U> U user(Class<U> type) {
        return type.cast(user());
    }

    /** A user is about to be inserted. Observers may fill own fields, or veto by throwing. */
    record Registering(User<?> user) implements UserEvent {}

    /** A user was inserted. */
    record Registered(User<?> user) implements UserEvent {}

    /** A user gave the right password and may sign in. */
    record LoggedIn(User<?> user) implements UserEvent {}

    /**
     * A user asks for proof that the address is hers.
     *
     * @param token to be mailed to {@link User#email()}, for {@link UserManager#verify}
     */
    record VerificationRequested(User<?> user, String token) implements UserEvent {
        @Override
        public String toString() {
            return "VerificationRequested[user=" + user + ", token=redacted]";
        }
    }

    /** A user has shown that the address is hers. */
    record Verified(User<?> user) implements UserEvent {}

    /**
     * A user has forgotten her password.
     *
     * @param token to be mailed to {@link User#email()}, for {@link UserManager#resetPassword}
     */
    record PasswordForgotten(User<?> user, String token) implements UserEvent {
        @Override
        public String toString() {
            return "PasswordForgotten[user=" + user + ", token=redacted]";
        }
    }

    /** A user has set a new password by a reset token; all her older tokens have ended. */
    record PasswordReset(User<?> user) implements UserEvent {}

    /**
     * A user was changed, by herself or by a superuser.
     *
     * @param previousEmail her address before; worth a mail if it is another now
     * @param passwordChanged whether she has a new password; all her older tokens have ended then
     */
    record Updated(User<?> user, Email previousEmail, boolean passwordChanged) implements UserEvent {}

    /** All tokens of a user have ended, at her wish. */
    record LoggedOutEverywhere(User<?> user) implements UserEvent {}

    /** A user is about to be deleted, with everything in Usher's tables that is hers. Observers may veto by throwing. */
    record Deleting(User<?> user) implements UserEvent {}

    /** A user was deleted; this is what she was. */
    record Deleted(User<?> user) implements UserEvent {}
}
