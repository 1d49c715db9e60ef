package dev.usher.password;

import java.security.MessageDigest;
import java.security.SecureRandom;

/**
 * Argon2id, the default format: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 *
 * <p>Makes hashes with a 16-byte salt and a 32-byte tag. Verifies every Argon2id hash of version 19 within the limits of
 * {@link Argon2Parameters}, with a salt of 8 to 64 and a tag of 16 to 64 bytes, so also those that FastAPI Users made
 * ({@code m=65536,t=3,p=4}). Argon2i, Argon2d, version 16 and other spellings of the same hash are not recognised.
 *
 * <p>Computes with the native reference implementation and, where that does not load, in pure Java; the first use of
 * the latter logs one warning. A hash needs its memory while it is computed: a machine without it fails with the
 * engine's own error.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9106">RFC 9106</a>
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP Password
 *     Storage</a>
 */
public final class Argon2Hasher implements PasswordHasher {

    static final String NAME = "argon2id";

    private static final int MAX_PASSWORD_BYTES = 4096;
    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;

    private final Argon2Parameters parameters;
    private final Argon2Engine engine;
    private final SecureRandom random = new SecureRandom();

    /** Makes hashes with {@link Argon2Parameters#OWASP}. */
    public Argon2Hasher() {
        this(Argon2Parameters.OWASP);
    }

    /**
     * Makes hashes with other parameters.
     *
     * @param parameters should cost no less than {@link Argon2Parameters#OWASP}
     */
    public Argon2Hasher(Argon2Parameters parameters) {
        this(parameters, Argon2Engine.ofThisJvm());
    }

    Argon2Hasher(Argon2Parameters parameters, Argon2Engine engine) {
        this.parameters = parameters;
        this.engine = engine;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognises(String hash) {
        return Argon2Hash.parse(hash).isPresent();
    }

    @Override
    public String hash(String password) {
        byte[] bytes = PasswordText.bytesToHash(password, MAX_PASSWORD_BYTES);
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Argon2Hash(parameters, salt, engine.tag(bytes, salt, parameters, TAG_BYTES)).toString();
    }

    @Override
    public boolean matches(String password, String hash) {
        return PasswordText.isHashable(password)
                && Argon2Hash.parse(hash)
                        .filter(stored -> isTagOf(password, stored))
                        .isPresent();
    }

    private boolean isTagOf(String password, Argon2Hash stored) {
        byte[] tag = engine.tag(PasswordText.bytes(password), stored.salt(), stored.parameters(), stored.tag().length);
        return MessageDigest.isEqual(tag, stored.tag());
    }

    @Override
    public boolean isOutdated(String hash) {
        return Argon2Hash.parse(hash).filter(stored -> !isOfThisForm(stored)).isPresent();
    }

    private boolean isOfThisForm(Argon2Hash stored) {
        return stored.parameters().equals(parameters)
                && stored.salt().length == SALT_BYTES
                && stored.tag().length == TAG_BYTES;
    }

    /** {@inheritDoc} 4,096: more than any client of Usher can send, less than makes a difference in time. */
    @Override
    public int maxPasswordBytes() {
        return MAX_PASSWORD_BYTES;
    }
}
