package dev.usher.jdbc;

import dev.usher.schema.ColumnType;
import dev.usher.schema.Identifier;
import java.time.Instant;

/** The rows of a table that may go once the instant in their column {@code expires_at} has come. */
final class ExpiringRows {

    private static final ColumnType<Instant> EXPIRES_AT = ColumnType.instant();
    private static final ColumnType<Integer> LIMIT = ColumnType.integer();

    private final JdbcTransactions transactions;
    private final String table;
    private final String key;

    /** @param key the primary key */
    ExpiringRows(JdbcTransactions transactions, Identifier table, String key) {
        this.transactions = transactions;
        this.table = table.quoted();
        this.key = new Identifier(key).quoted();
    }

    /** Deletes the oldest that nobody else holds, in one statement. */
    int purge(Instant now, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("at least one row must be allowed to go, not " + limit);
        }
        return transactions.run(delete(), statement -> {
            new Parameters(statement).add(EXPIRES_AT, now).add(LIMIT, limit);
            return statement.executeUpdate();
        });
    }

    /**
     * PostgreSQL takes IN for a join, for which it may read the whole table; the elements of an array it looks up. Locked rows
     * it skips, because whoever deletes a user takes hers in another order.
     */
    private String delete() {
        String oldest = """
                SELECT old.%2$s FROM %1$s AS old WHERE old."expires_at" <= ? ORDER BY old."expires_at" LIMIT ?""".formatted(table, key);
        String isOld =
                switch (transactions.dialect()) {
                    case SQLITE -> "IN (" + oldest + ")";
                    case POSTGRESQL -> "= ANY (ARRAY(" + oldest + " FOR UPDATE SKIP LOCKED))";
                };
        return "DELETE FROM " + table + " WHERE " + table + "." + key + " " + isOld;
    }
}
