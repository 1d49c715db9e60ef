package dev.usher.testkit;

import dev.usher.UserDatabase;
import java.time.Duration;
import java.util.UUID;

/** A database of knights that is its own subject; a fault overrides what it breaks. */
abstract class BrokenUserDatabase extends ForwardingUserDatabase implements UserDatabaseContract<Knight, UUID> {

    final InMemoryTransactions transactions;

    BrokenUserDatabase() {
        this(new InMemoryTransactions());
    }

    /** One whose fault is that callers wait for each other: they soon give up. */
    BrokenUserDatabase(Duration patience) {
        this(new InMemoryTransactions(patience));
    }

    private BrokenUserDatabase(InMemoryTransactions transactions) {
        super(Knight.users(transactions));
        this.transactions = transactions;
    }

    @Override
    public UserDatabase<Knight, UUID> users() {
        return this;
    }

    @Override
    public InMemoryTransactions transactions() {
        return transactions;
    }

    @Override
    public UUID unknownId() {
        return UUID.randomUUID();
    }
}
