package dev.usher.redis;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting, for what only time can tell. */
final class Pause {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Pause() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("in vain until " + what);
            }
            millis(50);
        }
    }
}
