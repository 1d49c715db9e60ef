package dev.usher.password;

import dev.usher.spi.Secret;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

/**
 * Hashes and checks passwords: all formats behind one door, which only so many pass at once.
 *
 * <p>New hashes are made by the first format <em>in use</em>. A stored hash is verified in any format in use and in both
 * built-in ones, Argon2id and bcrypt, and should be replaced after a match when {@link Check#needsUpgrade} says so.
 *
 * <p>Whether a user exists cannot be told from the work done: {@link #burn} costs what {@link #check} costs. Only
 * formats in use are imitated: if a fresh Argon2id installation answered half the unknown logins at bcrypt's price, that
 * price would give them away, because no account has it. So list the old format, too, while accounts have hashes in it.
 * Not hidden are accounts in a format that is not in use, or with other parameters, until their hash is upgraded.
 *
 * <p>Every hash runs on the calling thread, in a bulkhead of this instance: when it is full,
 * {@link RejectedExecutionException} is thrown before any work is done. No transaction should be open meanwhile. No
 * message or exception contains a password. Thread-safe.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html">OWASP Authentication,
 *     on responses and user enumeration</a>
 */
public final class Passwords {

    private final PasswordHasher first;
    private final List<PasswordHasher> known;
    private final Dummies dummies;
    private final Bulkhead bulkhead;

    /**
     * Uses hashers of the application's choice. Computes one hash with each of them.
     *
     * @param inUse the hasher for new hashes first, at least one, no two of one name
     * @param settings limits of the bulkhead; its formats are not looked at
     * @param secret decides which unknown login costs which format
     * @throws IllegalArgumentException if there is no hasher, or there are two of one name
     */
    public Passwords(List<PasswordHasher> inUse, PasswordSettings settings, Secret secret) {
        List<String> names = inUse.stream().map(PasswordHasher::name).toList();
        if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("give at least one password hasher and each format once, not " + names);
        }
        this.first = inUse.get(0);
        this.known = Stream.concat(inUse.stream(), builtIn()).toList();
        this.dummies = new Dummies(inUse, secret);
        this.bulkhead = new Bulkhead(settings);
    }

    /**
     * Uses the built-in hashers that the settings name.
     *
     * @throws IllegalArgumentException if a format is neither {@code argon2id} nor {@code bcrypt}
     */
    public static Passwords of(PasswordSettings settings, Secret secret) {
        return new Passwords(settings.formats().stream().map(Passwords::builtIn).toList(), settings, secret);
    }

    /**
     * Hashes a new password in the first format in use.
     *
     * @param password well-formed UTF-16 without U+0000, at most {@link #maxPasswordBytes()} bytes of UTF-8
     * @throws IllegalArgumentException if the password is not of that shape
     * @throws RejectedExecutionException if too many are being hashed
     */
    public String hash(String password) {
        return bulkhead.run(() -> first.hash(password));
    }

    /**
     * Checks a password against a stored hash.
     *
     * <p>A stored hash of no known format, an empty or a hostile one never matches, and costs what an unknown user does.
     *
     * @param password anything at all
     * @param storedHash anything at all
     * @throws RejectedExecutionException if too many are being hashed
     */
    public Check check(String password, String storedHash) {
        Optional<PasswordHasher> hasher =
                known.stream().filter(h -> h.recognises(storedHash)).findFirst();
        if (hasher.isEmpty()) {
            burn(password, storedHash);
            return new Check(false, false);
        }
        boolean matches = bulkhead.run(() -> hasher.get().matches(password, storedHash));
        return new Check(matches, matches && isUpgradable(hasher.get(), storedHash, password));
    }

    /**
     * Does for an unknown user the work that {@link #check} does for a known one.
     *
     * <p>Where several formats are in use, a keyed hash of the login chooses the one that is imitated: one login costs
     * the same each time, and nobody without the key can tell which price an unknown login has.
     *
     * @param password anything at all
     * @param login what the user was looked up by, in canonical form
     * @throws RejectedExecutionException if too many are being hashed
     */
    public void burn(String password, String login) {
        bulkhead.run(() -> dummies.verify(password, login));
    }

    /** The longest password {@link #hash} takes, in bytes of UTF-8. */
    public int maxPasswordBytes() {
        return first.maxPasswordBytes();
    }

    /** How busy the bulkhead is, for metrics: a snapshot that may be old when it is read. */
    public Load load() {
        return bulkhead.load();
    }

    private boolean isUpgradable(PasswordHasher hasher, String storedHash, String password) {
        return (hasher != first || hasher.isOutdated(storedHash))
                && PasswordText.bytes(password).length <= first.maxPasswordBytes();
    }

    private static Stream<PasswordHasher> builtIn() {
        return Stream.of(new Argon2Hasher(), new BcryptHasher());
    }

    private static PasswordHasher builtIn(String name) {
        return builtIn()
                .filter(hasher -> hasher.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("usher.password.formats: unknown format '" + name
                        + "', use argon2id or bcrypt, or construct Passwords with a hasher of your own"));
    }

    /**
     * What {@link #check} found.
     *
     * @param matches whether the password is the right one
     * @param needsUpgrade whether it is, and its hash should be replaced by {@link #hash} of the same password, because
     *     it is in another format than the first or made with other parameters; never so if the first format cannot
     *     take a password of this length
     */
    public record Check(boolean matches, boolean needsUpgrade) {}

    /**
     * How busy the bulkhead is.
     *
     * @param running hashes being computed
     * @param queued callers waiting for their turn
     * @param refused callers turned away since the start
     */
    public record Load(int running, int queued, long refused) {}
}
