package dev.usher.testkit;

import dev.usher.BaseUser;
import dev.usher.spi.BulkInsert;
import java.util.List;

/**
 * Stores many users in an {@link InMemoryUserDatabase}. It takes part in the transactions. Thread-safe.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public final class InMemoryBulkInsert<U extends BaseUser<ID>, ID> implements BulkInsert<U> {

    private final InMemoryTransactions transactions;
    private final InMemoryUserDatabase<U, ID> database;

    /**
     * Makes it over a database.
     *
     * @param users where the users are, over the same transactions
     */
    public InMemoryBulkInsert(InMemoryTransactions transactions, InMemoryUserDatabase<U, ID> users) {
        this.transactions = transactions;
        this.database = users;
    }

    @Override
    public List<Outcome> insertAll(List<U> users) {
        return transactions.inTransaction(() -> users.stream().map(this::insert).toList());
    }

    private Outcome insert(U user) {
        try {
            return database.insert(user) ? Outcome.INSERTED : Outcome.TAKEN;
        } catch (IllegalArgumentException e) {
            return Outcome.REFUSED;
        }
    }
}
