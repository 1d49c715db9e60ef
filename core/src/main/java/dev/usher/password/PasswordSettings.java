package dev.usher.password;

import java.time.Duration;
import java.util.List;

/**
 * How passwords are accepted and hashed.
 *
 * @param minLength the shortest password a user may choose, in code points, from 1 to 64; 8 by default
 * @param formats names of the formats in use, the one for new hashes first; {@code argon2id} alone by default
 * @param maxConcurrent how many hashes are computed at once, from 1 to 1,024; as many as processors by default
 * @param maxQueued how many more may wait for their turn, from 0 to 100,000; 128 by default
 * @param maxWait how long one may wait, positive and at most one minute; five seconds by default
 * @see <a href="https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver">NIST SP 800-63B-4 section 3.1.1.2</a>
 */
public record PasswordSettings(
        int minLength, List<String> formats, int maxConcurrent, int maxQueued, Duration maxWait) {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** @throws IllegalArgumentException if a value is outside its range; the message says what to choose */
    public PasswordSettings {
        formats = List.copyOf(formats);
        require(minLength >= 1 && minLength <= 64, "usher.password.min-length must be from 1 to 64, not " + minLength);
        require(!formats.isEmpty(), "usher.password.formats must name at least one format, e.g. argon2id");
        require(
                formats.stream().distinct().count() == formats.size(),
                "usher.password.formats must name each format once, not " + formats);
        require(
                maxConcurrent >= 1 && maxConcurrent <= 1024,
                "usher.password.max-concurrent must be from 1 to 1024, not " + maxConcurrent);
        require(
                maxQueued >= 0 && maxQueued <= 100_000,
                "usher.password.max-queued must be from 0 to 100000, not " + maxQueued);
        require(
                maxWait.compareTo(Duration.ZERO) > 0 && maxWait.compareTo(LONGEST_WAIT) <= 0,
                "usher.password.max-wait must be positive and at most " + LONGEST_WAIT + ", not " + maxWait);
    }

    /** What is right for most: at least 8 code points, Argon2id, one hash per processor. */
    public static PasswordSettings defaults() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new PasswordSettings(8, List.of(Argon2Hasher.NAME), processors, 128, Duration.ofSeconds(5));
    }

    /** The same with another minimum length. */
    public PasswordSettings withMinLength(int codePoints) {
        return new PasswordSettings(codePoints, formats, maxConcurrent, maxQueued, maxWait);
    }

    /** The same with other formats in use, the one for new hashes first. */
    public PasswordSettings withFormats(String... names) {
        return new PasswordSettings(minLength, List.of(names), maxConcurrent, maxQueued, maxWait);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
