package dev.usher.quickstart;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what must come soon; never for ever. */
final class Eventually {

    /** Long enough for a busy machine; a good run never comes near. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long PAUSE_MILLIS = 10;

    private Eventually() {}

    /**
     * Looks until there is something.
     *
     * @param what names it in the failure
     */
    static <T> T get(String what, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            pause();
        }
        throw new AssertionError("waited " + PATIENCE.toSeconds() + " s in vain for " + what);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
