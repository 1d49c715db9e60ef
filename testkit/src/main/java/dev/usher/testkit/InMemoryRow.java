package dev.usher.testkit;

import dev.usher.ErrorCode;
import dev.usher.UsersException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One row as it is committed and, while a transaction holds it, as that transaction sees it. Thread-safe. */
final class InMemoryRow<V> {

    private @Nullable V committed;
    private @Nullable V pending;
    private @Nullable InMemoryTransaction holder;

    synchronized Optional<V> read(@Nullable InMemoryTransaction reader) {
        return Optional.ofNullable(holder != null && holder == reader ? pending : committed);
    }

    /** Waits until no other transaction holds the row, and holds it. */
    synchronized void hold(InMemoryTransaction transaction) {
        if (holder == transaction) {
            return;
        }
        awaitRelease(transaction.patience());
        holder = transaction;
        pending = committed;
        transaction.holds(this);
    }

    /** Holds the row unless another transaction does. */
    synchronized boolean tryHold(InMemoryTransaction transaction) {
        boolean free = holder == null || holder == transaction;
        if (free) {
            hold(transaction);
        }
        return free;
    }

    private synchronized void awaitRelease(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (holder != null) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new UsersException(ErrorCode.SERVICE_UNAVAILABLE);
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsersException(ErrorCode.SERVICE_UNAVAILABLE, e);
        }
    }

    /** Writes a row that the transaction holds; null deletes it. */
    synchronized void write(InMemoryTransaction transaction, @Nullable V value) {
        V before = pending;
        transaction.wrote(() -> restore(before));
        pending = value;
    }

    private synchronized void restore(@Nullable V before) {
        pending = before;
    }

    synchronized void commit() {
        committed = pending;
    }

    synchronized void release(InMemoryTransaction transaction) {
        if (holder == transaction) {
            holder = null;
            pending = null;
            notifyAll();
        }
    }
}
