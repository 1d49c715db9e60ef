package dev.usher.testkit;

import dev.usher.spi.Transactions;
import java.util.function.Supplier;

/** Transactions over rows in memory that are their own subject; a fault overrides what it breaks. */
abstract class BrokenTransactions implements Transactions, TransactionsContract {

    final InMemoryTransactions good = new InMemoryTransactions();
    private final InMemoryTable<String, String> rows = new InMemoryTable<>(good);

    @Override
    public Transactions transactions() {
        return this;
    }

    @Override
    public void write(String key) {
        rows.put(key, key);
    }

    @Override
    public boolean exists(String key) {
        return rows.find(key).isPresent();
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return good.inTransaction(work);
    }

    @Override
    public <T> T inNewTransaction(Supplier<T> work) {
        return good.inNewTransaction(work);
    }

    @Override
    public void afterCommit(Runnable action) {
        good.afterCommit(action);
    }

    boolean isActive() {
        return good.current() != null;
    }
}
