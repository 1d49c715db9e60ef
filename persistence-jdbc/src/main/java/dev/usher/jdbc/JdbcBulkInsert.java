package dev.usher.jdbc;

import dev.usher.StoredUser;
import dev.usher.schema.DatabaseException;
import dev.usher.schema.SqlFailures;
import dev.usher.spi.BulkInsert;
import java.util.ArrayList;
import java.util.List;

/**
 * Imports users. {@value #CHUNK} at a time share a transaction, and each row has a savepoint, so that one that is refused
 * is undone alone. In a caller's transaction all take part in that.
 *
 * <p>Where the database fails in between, the chunks before are stored for good: to go on, insert all again, and those
 * who are stored are {@link dev.usher.spi.BulkInsert.Outcome#TAKEN}. Errors that do not lie in the row are exceptions.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public final class JdbcBulkInsert<U extends StoredUser<ID>, ID> implements BulkInsert<U> {

    static final int CHUNK = 500;

    private final JdbcTransactions transactions;
    private final JdbcUserDatabase<U, ID> users;

    /** Connects to nothing yet. */
    public JdbcBulkInsert(JdbcTransactions transactions, UserTable<U, ID> table) {
        this.transactions = transactions;
        this.users = new JdbcUserDatabase<>(transactions, table);
    }

    @Override
    public List<Outcome> insertAll(List<U> users) {
        List<Outcome> outcomes = new ArrayList<>(users.size());
        for (int from = 0; from < users.size(); from += CHUNK) {
            List<U> chunk = users.subList(from, Math.min(from + CHUNK, users.size()));
            outcomes.addAll(transactions.inTransaction(
                    () -> chunk.stream().map(this::insert).toList()));
        }
        return outcomes;
    }

    private Outcome insert(U user) {
        try {
            return transactions.<Boolean>inTransaction(() -> users.insert(user)) ? Outcome.INSERTED : Outcome.TAKEN;
        } catch (IllegalArgumentException unstorable) {
            return Outcome.REFUSED;
        } catch (DatabaseException e) {
            if (SqlFailures.isRowRefused(e)) {
                return Outcome.REFUSED;
            }
            throw e;
        }
    }
}
