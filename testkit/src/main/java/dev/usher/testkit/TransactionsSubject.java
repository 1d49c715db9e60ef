package dev.usher.testkit;

import dev.usher.spi.Transactions;
import org.junit.jupiter.api.Timeout;

/**
 * What {@link TransactionsContract} needs to know of the transactions under test. A test that takes a minute has failed.
 */
@Timeout(60)
public interface TransactionsSubject extends EngineSubject {

    /** The transactions under test. */
    Transactions transactions();

    /**
     * Writes a row by this key, through an adapter: in the current transaction, never committing by itself. The
     * contract calls it inside a transaction only.
     *
     * @param key short and in lower case, used once in a test
     */
    void write(String key);

    /**
     * Whether there is such a row, as the current transaction sees it, or as committed where there is none. It must not
     * wait for a transaction that has written (PostgreSQL never does, SQLite not in WAL mode).
     */
    boolean exists(String key);
}
