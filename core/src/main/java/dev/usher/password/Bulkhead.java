package dev.usher.password;

import dev.usher.password.Passwords.Load;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Lets so many threads compute at once and so many wait for their turn, and refuses the rest.
 *
 * <p>First come, first served. Work runs on the calling thread; it must not enter the same bulkhead again.
 */
final class Bulkhead {

    private final int maxConcurrent;
    private final long maxWaitNanos;
    private final Semaphore places;
    private final Semaphore turns;
    private final LongAdder refused = new LongAdder();

    Bulkhead(PasswordSettings settings) {
        this.maxConcurrent = settings.maxConcurrent();
        this.maxWaitNanos = settings.maxWait().toNanos();
        this.places = new Semaphore(settings.maxConcurrent() + settings.maxQueued());
        this.turns = new Semaphore(settings.maxConcurrent(), true);
    }

    /**
     * Runs work when it is its turn.
     *
     * @throws RejectedExecutionException if the queue is full, the turn did not come in time, or the waiting thread was
     *     interrupted, whose flag stays set; the work was not begun
     */
    <T> T run(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw refusal("the queue is full");
        }
        try {
            awaitTurn();
            try {
                return work.get();
            } finally {
                turns.release();
            }
        } finally {
            places.release();
        }
    }

    Load load() {
        return new Load(maxConcurrent - turns.availablePermits(), turns.getQueueLength(), refused.sum());
    }

    private void awaitTurn() {
        try {
            if (!turns.tryAcquire(maxWaitNanos, TimeUnit.NANOSECONDS)) {
                throw refusal("the turn did not come in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusal("the wait was interrupted");
        }
    }

    private RejectedExecutionException refusal(String why) {
        refused.increment();
        return new RejectedExecutionException("too many password hashes at once: " + why);
    }
}
