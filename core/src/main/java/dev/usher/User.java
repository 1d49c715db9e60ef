package dev.usher;

import java.time.Instant;

/**
 * What Usher needs to know of the application's user.
 *
 * <p>Properties are read by {@code email()} and written by {@code email(value)}, on purpose not by {@code get} and
 * {@code set}: a JSON library that is handed a user by mistake finds no password hash to print and no
 * {@code superuser} to set.
 *
 * <p>A user is a mutable object for one thread, like a JPA entity. Nothing is stored before
 * {@link UserDatabase#insert} or {@link UserDatabase#update}.
 *
 * @param <ID> the type of the id: {@link java.util.UUID}, {@link Long} or {@link String}
 */
public interface User<ID> {

    /**
     * The primary key.
     *
     * @throws IllegalStateException if the user was not inserted yet and has no id
     */
    ID id();

    /** The address in canonical form; no two users have the same. */
    Email email();

    void email(Email email);

    /** The password hash in its self-describing form ({@code $argon2id$…}, {@code $2b$…}); never plain text. */
    String hashedPassword();

    void hashedPassword(String hash);

    /** Whether she may sign in; an inactive user's tokens are not accepted either. */
    boolean active();

    void active(boolean active);

    /** Whether she may administer other users. */
    boolean superuser();

    void superuser(boolean superuser);

    /** Whether she has shown that the address is hers. */
    boolean verified();

    void verified(boolean verified);

    /** The generation of her tokens; a token issued under another is invalid. */
    int tokenVersion();

    void tokenVersion(int tokenVersion);

    /** How often the stored row was changed; compared and raised by {@link UserDatabase#update}. */
    long rowVersion();

    /** When she registered, in milliseconds' precision. */
    Instant createdAt();

    void createdAt(Instant createdAt);

    /** When the manager last changed the row, in milliseconds' precision. */
    Instant updatedAt();

    void updatedAt(Instant updatedAt);
}
