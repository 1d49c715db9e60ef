package dev.usher.token;

import java.time.Duration;

/**
 * The one rule for how long tokens live: a lifetime of zero or none would mean for ever, so it is refused, and so is one
 * of more than {@value #MOST_DAYS} days, because the end of a token has to be a time that can be counted.
 */
public final class Lifetimes {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final int MOST_DAYS = 3650;
    private static final Duration MOST = Duration.ofDays(MOST_DAYS);

    private Lifetimes() {}

    /**
     * Refuses a lifetime of less than a second or of more than ten years.
     *
     * @param key the configuration key to name in the error
     * @throws IllegalArgumentException if it is shorter or longer
     */
    public static Duration require(Duration lifetime, String key) {
        if (lifetime.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(key + " must be at least one second, e.g. PT1H, but is " + lifetime);
        }
        if (lifetime.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(key + " must be at most " + MOST_DAYS + " days, but is " + lifetime);
        }
        return lifetime;
    }
}
