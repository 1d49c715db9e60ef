package dev.usher.oauth.client;

import java.time.Duration;

/** When a caller has waited long enough, on the JVM's own clock, which nobody sets. */
record Deadline(long nanoTime) {

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** What is left, at most a given time; not negative. */
    Duration left(Duration most) {
        Duration left = Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
        return left.compareTo(most) < 0 ? left : most;
    }
}
