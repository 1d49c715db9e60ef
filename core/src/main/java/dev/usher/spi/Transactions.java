package dev.usher.spi;

import java.util.function.Supplier;

/**
 * Where a use case begins and ends in the database. The manager opens transactions, adapters never commit.
 *
 * <p>A transaction belongs to the calling thread. Work that throws leaves nothing behind, and its exception reaches
 * the caller as it was thrown. Implementations are thread-safe.
 */
public interface Transactions {

    /**
     * Runs work in the caller's transaction if there is one, else in a new one that is committed afterwards.
     *
     * <p>If joined work throws and the caller catches, nothing the joined work wrote is ever committed: either it is
     * undone alone and the caller's transaction stays usable (JDBC), or the whole transaction is doomed (JPA, JTA).
     *
     * @param work runs once, on this thread
     * @return what the work returned
     */
    <T> T inTransaction(Supplier<T> work);

    /**
     * Runs work in a transaction of its own, committed before this returns, whatever becomes of the caller's.
     *
     * <p>Uses a second connection while the caller's transaction is suspended, unless that has not touched the database
     * yet. On an engine with one writer (SQLite) it waits for a caller that has touched it, until the busy timeout ends
     * it.
     *
     * @param work runs once, on this thread
     * @return what the work returned
     */
    <T> T inNewTransaction(Supplier<T> work);

    /**
     * Runs an action once the current transaction is committed, or at once where there is none.
     *
     * <p>Actions run in the order they were added, on the committing thread, after the connection is given back. An
     * action that throws is logged and changes neither the outcome nor the other actions. A rollback drops them, and
     * so does the failure of the joined work that added them.
     */
    void afterCommit(Runnable action);
}
