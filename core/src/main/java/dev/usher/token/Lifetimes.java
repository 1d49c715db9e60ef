package dev.usher.token;

import java.time.Duration;

/** The one rule for how long tokens live: a lifetime of zero or none would mean for ever, so it is refused. */
public final class Lifetimes {

    private static final Duration LEAST = Duration.ofSeconds(1);

    private Lifetimes() {}

    /**
     * Refuses a lifetime of less than a second.
     *
     * @param key the configuration key to name in the error
     * @throws IllegalArgumentException if it is shorter
     */
    public static Duration require(Duration lifetime, String key) {
        if (lifetime.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(key + " must be at least one second, e.g. PT1H, but is " + lifetime);
        }
        return lifetime;
    }
}
