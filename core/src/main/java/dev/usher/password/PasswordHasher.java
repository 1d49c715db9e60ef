package dev.usher.password;

/**
 * One format of password hashes. Applications use it through {@link Passwords}.
 *
 * <p>Hashes are self-describing text: the format can be told from the prefix, parameters and salt are inside. No method
 * ever throws because of a malformed or hostile hash, nor computes for longer than the format's own limits allow.
 * Implementations are thread-safe.
 */
public interface PasswordHasher {

    /** The format's name in the configuration, e.g. {@code argon2id}. */
    String name();

    /** Whether this is a well-formed hash of this format, within the limits that {@link #matches} accepts. */
    boolean recognises(String hash);

    /**
     * Hashes a password under a fresh random salt, with the parameters this hasher was made with.
     *
     * @param password well-formed UTF-16 without U+0000, at most {@link #maxPasswordBytes()} bytes of UTF-8
     * @throws IllegalArgumentException if the password is not of that shape; the message does not contain it
     */
    String hash(String password);

    /**
     * Whether the password is the one the hash was made of; compares in constant time.
     *
     * @return {@code false} also for a hash that is not {@linkplain #recognises recognised}
     */
    boolean matches(String password, String hash);

    /** Whether a recognised hash was made with other parameters than this hasher's own. */
    boolean isOutdated(String hash);

    /** The longest password {@link #hash} takes, in bytes of UTF-8. */
    int maxPasswordBytes();
}
