package dev.usher.testkit;

import dev.usher.spi.Transactions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Transactions over the in-memory doubles, with the isolation of a database at {@code READ COMMITTED}.
 *
 * <p>What a transaction writes is seen by others once it is committed. Two that write one row queue; one that waits
 * too long, e.g. for the caller that {@link #inNewTransaction} has suspended, is refused with
 * {@link dev.usher.ErrorCode#SERVICE_UNAVAILABLE}. Joined work that throws is undone alone. Thread-safe.
 */
public final class InMemoryTransactions implements Transactions {

    private final Duration patience;
    private final Map<Thread, InMemoryTransaction> current = new ConcurrentHashMap<>();

    /** Transactions for the doubles that are made with this object; they wait five seconds for each other. */
    public InMemoryTransactions() {
        this(Duration.ofSeconds(5));
    }

    /**
     * Transactions for the doubles that are made with this object.
     *
     * @param patience how long one waits for a row that another has written; positive
     */
    public InMemoryTransactions(Duration patience) {
        this.patience = patience;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        InMemoryTransaction callers = current();
        return callers == null ? inNewTransaction(work) : callers.join(work);
    }

    @Override
    public <T> T inNewTransaction(Supplier<T> work) {
        InMemoryTransaction suspended = current();
        InMemoryTransaction own = new InMemoryTransaction(patience);
        current.put(Thread.currentThread(), own);
        try {
            T result = own.join(work);
            own.commit();
            own.release();
            leave(null);
            own.runActions();
            return result;
        } finally {
            own.release();
            leave(suspended);
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        InMemoryTransaction callers = current();
        if (callers == null) {
            InMemoryTransaction.runAction(action);
        } else {
            callers.afterCommit(action);
        }
    }

    /** The calling thread's transaction. */
    @Nullable InMemoryTransaction current() {
        return current.get(Thread.currentThread());
    }

    private void leave(@Nullable InMemoryTransaction resumed) {
        if (resumed == null) {
            current.remove(Thread.currentThread());
        } else {
            current.put(Thread.currentThread(), resumed);
        }
    }
}
