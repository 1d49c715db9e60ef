package dev.usher.testkit;

import dev.usher.UserDatabase;
import java.util.UUID;

/** Knights in memory: the subject that passes, and that faults are planted in. */
class RoundTable implements UserDatabaseSubject<Knight, UUID> {

    final InMemoryTransactions transactions = new InMemoryTransactions();
    final InMemoryUserDatabase<Knight, UUID> knights = Knight.users(transactions);
    private final UserDatabase<Knight, UUID> users = broken(knights);

    /** Breaks the database; overridden by faults. */
    UserDatabase<Knight, UUID> broken(InMemoryUserDatabase<Knight, UUID> good) {
        return good;
    }

    @Override
    public UserDatabase<Knight, UUID> users() {
        return users;
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
