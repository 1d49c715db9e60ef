package dev.usher.oauth.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is fetched when it is first needed, by one request for all that wait, and kept for a while. Failures are
 * not kept. Nobody waits for a lock while it is fetched.
 */
final class Cached<T> {

    private final Supplier<CompletableFuture<T>> source;
    private final Clock clock;
    private @Nullable Fetched<T> last;

    /**
     * Fetches nothing yet.
     *
     * @param source begins to fetch and does not wait
     */
    Cached(Supplier<CompletableFuture<T>> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** What was fetched at most so long ago, or is under way. */
    synchronized CompletableFuture<T> notOlderThan(Duration age) {
        Instant now = clock.instant();
        Fetched<T> current = last;
        if (current == null || !current.isGood(now, age)) {
            current = new Fetched<>(source.get(), now);
            last = current;
        }
        return current.value();
    }

    private record Fetched<T>(CompletableFuture<T> value, Instant since) {

        /** A clock that was set back makes it too old, rather than young for as long as it was set back. */
        boolean isGood(Instant now, Duration age) {
            if (!value.isDone()) {
                return true;
            }
            return !value.isCompletedExceptionally() && !now.isBefore(since) && now.isBefore(since.plus(age));
        }
    }
}
