package dev.usher;

import dev.usher.spi.OAuthAccountDatabase;
import dev.usher.token.FlowTokens;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every use case of a user's life: the one class that an application extends to change what its users may do.
 *
 * <p>Each use case happens wholly or not at all. No password is hashed and no event that sends mail is fired while
 * Usher holds a transaction open. No method logs, keeps or passes on a plain-text password.
 *
 * <p>Policy is overridden ({@link #validatePassword}, {@link #admits}, {@link #findByLogin}, {@link #tokenClaims}),
 * reactions are observed ({@link UserEvent}).
 * In CDI a subclass is an application-scoped bean; without a container use the public constructor. Thread-safe.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public class UserManager<U extends User<ID>, ID> {

    private static final String RESET_AUDIENCE = "fastapi-users:reset";
    private static final String VERIFY_AUDIENCE = "fastapi-users:verify";
    /** Of no format, so that no password matches; checking one costs the same. */
    private static final String NO_PASSWORD = "!";

    private static final SecureRandom RANDOM = new SecureRandom();

    private UserDatabase<U, ID> users;
    private UserServices services;
    private UserWrites<U, ID> writes;
    private Hashing hashing;
    private MailedTokens<U, ID> resetTokens;
    private MailedTokens<U, ID> verifyTokens;

    /** For CDI, which calls {@link #initialize} afterwards, or makes a proxy that needs no more. */
    @SuppressWarnings("NullAway.Init")
    protected UserManager() {}

    /** For use without a container. */
    @SuppressWarnings({"NullAway.Init", "this-escape"})
    public UserManager(UserDatabase<U, ID> users, UserServices services) {
        initialize(users, services);
    }

    /** Receives what the manager works with; called once, by the constructor or by CDI. */
    @Inject
    protected void initialize(UserDatabase<U, ID> users, UserServices services) {
        UsherConfig config = services.config();
        this.users = users;
        this.services = services;
        this.writes = new UserWrites<>(users, services);
        this.hashing = new Hashing(services.passwords());
        this.resetTokens = mailedTokens(RESET_AUDIENCE, config.resetLifetime());
        this.verifyTokens = mailedTokens(VERIFY_AUDIENCE, config.verifyLifetime());
    }

    private MailedTokens<U, ID> mailedTokens(String audience, Duration lifetime) {
        return new MailedTokens<>(
                new FlowTokens(services.config().secrets(), audience, lifetime, services.clock()), users);
    }

    /** Reads an id from a path; empty if no user can have an id written so. */
    public Optional<ID> parseId(String text) {
        return users.parseId(text);
    }

    /** Finds a user by primary key. */
    public Optional<U> find(ID id) {
        return users.findById(id);
    }

    /**
     * Gets a user by primary key.
     *
     * @throws NoSuchElementException if there is none
     */
    public U get(ID id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no user has this id"));
    }

    /** Finds a user by address. */
    public Optional<U> findByEmail(Email email) {
        return users.findByEmail(email);
    }

    /**
     * Creates an account: active, not verified, no superuser.
     *
     * <p>Of any number of concurrent registrations of one address, in whatever spelling, exactly one succeeds. Fires
     * {@link UserEvent.Registering} inside the transaction and {@link UserEvent.Registered} after it.
     *
     * @param password plain text, judged by {@link #validatePassword} before anything else
     * @param details fills the application's own fields of the new user
     * @return the user as stored
     * @throws UsersException {@code REGISTER_INVALID_PASSWORD} with a reason; {@code REGISTER_NOT_ALLOWED} if
     *     {@link #admits} says so; {@code REGISTER_USER_ALREADY_EXISTS}; {@code SERVICE_UNAVAILABLE}; whatever an
     *     observer of {@code Registering} throws
     */
    public U register(Email email, String password, Consumer<? super U> details) {
        U user = newcomer(email, details);
        requireValid(password, user, ErrorCode.REGISTER_INVALID_PASSWORD);
        requireAdmitted(user);
        user.hashedPassword(hashing.hash(password));
        return writes.insert(user);
    }

    /**
     * Creates an account for who signs in elsewhere: as {@link #register}, but no password is hers until she sets one
     * as who has forgotten hers.
     *
     * @param verified whether it is known that the address is hers
     * @throws UsersException as there, but for the password
     */
    public U registerWithoutPassword(Email email, boolean verified, Consumer<? super U> details) {
        U user = newcomer(email, details);
        user.verified(verified);
        requireAdmitted(user);
        user.hashedPassword(NO_PASSWORD);
        return writes.insert(user);
    }

    private U newcomer(Email email, Consumer<? super U> details) {
        U user = users.newUser();
        details.accept(user);
        user.email(email);
        user.active(true);
        user.superuser(false);
        user.verified(false);
        user.tokenVersion(1 + RANDOM.nextInt(Integer.MAX_VALUE / 2));
        return user;
    }

    private void requireAdmitted(U user) {
        if (!admits(user)) {
            throw new UsersException(ErrorCode.REGISTER_NOT_ALLOWED);
        }
    }

    /**
     * Checks a password. Unknown users, wrong passwords and inactive users cost the same and look the same.
     *
     * <p>A hash in an outdated form is replaced, unless the row was changed meanwhile.
     *
     * @param login what she typed to name herself, usually her address in any spelling
     * @param password plain text
     * @return the active user whose password it is
     * @throws UsersException {@code SERVICE_UNAVAILABLE}
     */
    public Optional<U> authenticate(String login, String password) {
        Optional<U> found = findByLogin(login);
        if (found.isEmpty()) {
            hashing.burn(password, login);
            return found;
        }
        U user = found.get();
        var check = hashing.check(password, user.hashedPassword());
        if (!check.matches() || !user.active()) {
            return Optional.empty();
        }
        if (check.needsUpgrade()) {
            upgradeHash(user, hashing.hash(password));
        }
        return found;
    }

    private void upgradeHash(U user, String hash) {
        user.hashedPassword(hash);
        services.transactions().inTransaction(() -> users.update(user));
    }

    /**
     * Signs a user in: {@link #authenticate}, then the rule on verified addresses. Fires {@link UserEvent.LoggedIn}.
     *
     * @throws UsersException {@code LOGIN_BAD_CREDENTIALS}; {@code LOGIN_USER_NOT_VERIFIED}, only after the right
     *     password; {@code SERVICE_UNAVAILABLE}
     */
    public U login(String login, String password) {
        U user = authenticate(login, password).orElseThrow(() -> new UsersException(ErrorCode.LOGIN_BAD_CREDENTIALS));
        if (services.config().requireVerification() && !user.verified()) {
            throw new UsersException(ErrorCode.LOGIN_USER_NOT_VERIFIED);
        }
        writes.afterCommit(new UserEvent.LoggedIn(user));
        return user;
    }

    /**
     * Asks for proof that an address is hers: fires {@link UserEvent.VerificationRequested} if an active, unverified
     * user has it. Neither the answer nor its time tells whether one does.
     */
    public void requestVerify(Email email) {
        Optional<U> user = users.findByEmail(email).filter(each -> each.active() && !each.verified());
        writes.afterCommitAsync(
                () -> user.map(each -> new UserEvent.VerificationRequested(each, verifyTokens.issue(each))));
    }

    /**
     * Takes the proof that an address is hers. Fires {@link UserEvent.Verified}.
     *
     * <p>Of concurrent uses of one token exactly one succeeds. An inactive user can verify.
     *
     * @param token from {@link UserEvent.VerificationRequested}
     * @return the user as stored, verified
     * @throws UsersException {@code VERIFY_USER_BAD_TOKEN}; {@code VERIFY_USER_ALREADY_VERIFIED}
     */
    public U verify(String token) {
        return writes.change(() -> verifyTokens.find(token), user -> {
                    if (user.verified()) {
                        throw new UsersException(ErrorCode.VERIFY_USER_ALREADY_VERIFIED);
                    }
                    user.verified(true);
                    return Optional.of(new UserEvent.Verified(user));
                })
                .orElseThrow(() -> new UsersException(ErrorCode.VERIFY_USER_BAD_TOKEN));
    }

    /**
     * Starts setting a new password: fires {@link UserEvent.PasswordForgotten} if an active user has the address.
     * Neither the answer nor its time tells whether one does.
     */
    public void forgotPassword(Email email) {
        Optional<U> user = users.findByEmail(email).filter(User::active);
        writes.afterCommitAsync(() -> user.map(each -> new UserEvent.PasswordForgotten(each, resetTokens.issue(each))));
    }

    /**
     * Sets a new password and ends all the user's tokens, this one included. Fires {@link UserEvent.PasswordReset}. The
     * accounts at providers that were linked to a user who is not verified are hers no longer.
     *
     * <p>Of any number of concurrent uses of one token exactly one succeeds. She is not signed in by it.
     *
     * @param token from {@link UserEvent.PasswordForgotten}
     * @param password plain text, judged by {@link #validatePassword}
     * @return the user as stored
     * @throws UsersException {@code RESET_PASSWORD_BAD_TOKEN} if forged, expired or used, or if the user is gone,
     *     inactive, or has changed password or address since; {@code RESET_PASSWORD_INVALID_PASSWORD} with a reason,
     *     the token stays usable; {@code SERVICE_UNAVAILABLE}
     */
    public U resetPassword(String token, String password) {
        requireValid(
                password,
                resettable(token).orElseThrow(UserManager::badResetToken),
                ErrorCode.RESET_PASSWORD_INVALID_PASSWORD);
        String hash = hashing.hash(password);
        return writes.change(
                        () -> resettable(token),
                        user -> {
                            user.hashedPassword(hash);
                            endTokens(user);
                            return Optional.of(new UserEvent.PasswordReset(user));
                        },
                        this::unlinkStrangers)
                .orElseThrow(UserManager::badResetToken);
    }

    /** Nobody had shown until now that the address is hers: whoever linked an account before may have been somebody else. */
    @SuppressWarnings("unchecked") // the accounts of an application are those of its users
    private void unlinkStrangers(U user) {
        var accounts = (OAuthAccountDatabase<U, ID>) services.accounts();
        if (accounts != null && !user.verified()) {
            accounts.findAccounts(user.id())
                    .forEach(account -> accounts.unlink(user.id(), account.provider(), account.accountId()));
        }
    }

    private Optional<U> resettable(String token) {
        return resetTokens.find(token).filter(User::active);
    }

    private static UsersException badResetToken() {
        return new UsersException(ErrorCode.RESET_PASSWORD_BAD_TOKEN);
    }

    /**
     * Changes what a user may change about herself. Fires {@link UserEvent.Updated} if something was written.
     *
     * <p>A new password ends all her tokens. A new address makes her unverified and ends what was mailed to the old one;
     * her own address in another spelling changes nothing. Of concurrent edits none is lost.
     *
     * @param edit its password is judged by {@link #validatePassword} before its address is looked at
     * @param ifSo judges her as she is stored, anew before every attempt to write, and the write fails if that is no
     *     longer so; {@code false} refuses the edit, and so does what it throws
     * @return the user as stored; empty if there is none
     * @throws UsersException {@code UPDATE_USER_CONFLICT}; {@code UPDATE_USER_INVALID_PASSWORD} with a reason;
     *     {@code UPDATE_USER_EMAIL_ALREADY_EXISTS}; {@code SERVICE_UNAVAILABLE}
     */
    public Optional<U> update(ID id, ProfileEdit<U> edit, Predicate<? super U> ifSo) {
        return update(id, AdminEdit.of(edit), ifSo);
    }

    /**
     * Changes what a superuser may change about a user: as {@link #update(Object, ProfileEdit, Predicate)}, and her
     * flags. To deactivate her ends all her tokens, for good.
     *
     * @throws UsersException as there, and {@code UPDATE_USER_LAST_SUPERUSER}
     */
    public Optional<U> update(ID id, AdminEdit<U> edit, Predicate<? super U> ifSo) {
        return edit(null, id, edit, ifSo);
    }

    /**
     * The same on a superuser's behalf.
     *
     * @param actor judged in the transaction that writes
     * @throws UsersException as there; whatever the actor's judge throws
     */
    public Optional<U> update(Actor<U, ID> actor, ID id, AdminEdit<U> edit, Predicate<? super U> ifSo) {
        return edit(actor, id, edit, ifSo);
    }

    private Optional<U> edit(@Nullable Actor<U, ID> actor, ID id, AdminEdit<U> edit, Predicate<? super U> ifSo) {
        Edition<U> edition = new Edition<>(edit);
        String password = edit.profile().password();
        if (password != null) {
            Optional<U> judged = current(id, ifSo);
            judged.ifPresent(user -> {
                edition.applyTo(user);
                requireValid(password, user, ErrorCode.UPDATE_USER_INVALID_PASSWORD);
            });
            if (judged.isEmpty()) {
                return judged;
            }
            edition.hashedPassword(hashing.hash(password));
        }
        return writes.change(actor, () -> current(id, ifSo), edition::applyTo);
    }

    private Optional<U> current(ID id, Predicate<? super U> ifSo) {
        Optional<U> user = users.findById(id);
        if (user.isPresent() && !ifSo.test(user.get())) {
            throw new UsersException(ErrorCode.UPDATE_USER_CONFLICT);
        }
        return user;
    }

    /**
     * Ends all tokens of a user, on every device. Fires {@link UserEvent.LoggedOutEverywhere}.
     *
     * @return the user as stored; empty if there is none
     */
    public Optional<U> logoutEverywhere(ID id) {
        return writes.change(() -> users.findById(id), user -> {
            endTokens(user);
            return Optional.of(new UserEvent.LoggedOutEverywhere(user));
        });
    }

    /**
     * Deletes a user and everything in Usher's tables that is hers. Fires {@link UserEvent.Deleting} inside the
     * transaction and {@link UserEvent.Deleted} after it.
     *
     * @return whether there was such a user
     * @throws UsersException {@code UPDATE_USER_LAST_SUPERUSER}; whatever an observer of {@code Deleting} throws
     */
    public boolean delete(ID id) {
        return writes.delete(null, id, any -> {});
    }

    /**
     * The same on a superuser's behalf.
     *
     * @param actor judged in the transaction that deletes
     * @param ifSo judges the user as she is stored then; {@code false} refuses, and so does what it throws
     * @throws UsersException as there; {@code UPDATE_USER_CONFLICT}; whatever the actor's judge throws
     */
    public boolean delete(Actor<U, ID> actor, ID id, Predicate<? super U> ifSo) {
        return writes.delete(actor, id, user -> {
            if (!ifSo.test(user)) {
                throw new UsersException(ErrorCode.UPDATE_USER_CONFLICT);
            }
        });
    }

    /**
     * Deletes a user at her own wish: {@link #delete(Object)}, once she has given her password.
     *
     * @param user as she was found by her token; if her tokens have ended since, so has what the password was good for
     * @param password plain text
     * @throws UsersException {@code DELETE_USER_BAD_PASSWORD}; {@code UPDATE_USER_LAST_SUPERUSER};
     *     {@code SERVICE_UNAVAILABLE}; whatever an observer of {@code Deleting} throws
     */
    public void delete(U user, String password) {
        if (!hashing.check(password, user.hashedPassword()).matches()) {
            throw new UsersException(ErrorCode.DELETE_USER_BAD_PASSWORD);
        }
        writes.delete(null, user.id(), now -> {
            if (now.tokenVersion() != user.tokenVersion()) {
                throw new UsersException(ErrorCode.DELETE_USER_BAD_PASSWORD);
            }
        });
    }

    /**
     * Judges a password before it is hashed; to be overridden. The default asks for the configured length in code
     * points (NIST SP 800-63B section 5.1.1.2). That the password format can take it is checked beforehand, always.
     *
     * @param password plain text; not to be kept
     * @param user whose it shall become, with address and own fields set; perhaps not stored yet
     * @return why it is refused, a sentence for the user that does not contain the password, and reaches her as it is
     *     (the default's can be told in her language); empty if it is good
     */
    protected Optional<String> validatePassword(String password, U user) {
        Reason tooShort = tooShort();
        return password.codePointCount(0, password.length()) < tooShort.number()
                ? Optional.of(tooShort.text())
                : Optional.empty();
    }

    private Reason tooShort() {
        return Reason.tooShort(services.config().passwords().minLength());
    }

    /** Finds a user by what she types to name herself; to be overridden where that is not the address. */
    protected Optional<U> findByLogin(String login) {
        return Email.parse(login).flatMap(users::findByEmail);
    }

    /**
     * Whether somebody may have an account: asked before one is made, in whatever way; to be overridden, e.g. for
     * invitations. The default asks the configuration ({@link Registration}).
     *
     * @param user with address and own fields set, not stored yet
     */
    protected boolean admits(U user) {
        return services.config().registration().admits(user.email());
    }

    /**
     * What else a self-contained access token says about a user; to be overridden. The default adds nothing.
     *
     * @return JSON values by name; registered names, such as {@code sub} and {@code exp}, are refused
     */
    public Map<String, Object> tokenClaims(U user) {
        return Map.of();
    }

    private void requireValid(String password, U user, ErrorCode refusal) {
        hashing.tooLong(password)
                .or(() -> validatePassword(password, user).map(this::reason))
                .ifPresent(reason -> {
                    throw new UsersException(refusal, reason);
                });
    }

    /** The default's own words can be said in other languages; what an override says stays as it is. */
    private Reason reason(String text) {
        return text.equals(tooShort().text()) ? tooShort() : new Reason(text);
    }

    /** Moves a user's token version on: every token and mailed token of hers is nothing from then on. */
    static void endTokens(User<?> user) {
        user.tokenVersion(user.tokenVersion() == Integer.MAX_VALUE ? 1 : user.tokenVersion() + 1);
    }
}
