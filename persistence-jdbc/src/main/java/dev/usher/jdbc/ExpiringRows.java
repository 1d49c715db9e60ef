package dev.usher.jdbc;

import dev.usher.schema.ColumnType;
import dev.usher.schema.Identifier;
import java.time.Instant;

/** The rows of a table that may go once the instant in their column {@code expires_at} has come. */
final class ExpiringRows {

    private static final ColumnType<Instant> EXPIRES_AT = ColumnType.instant();

    private final JdbcTransactions transactions;
    private final String table;
    private final String key;

    /** @param key the primary key */
    ExpiringRows(JdbcTransactions transactions, Identifier table, String key) {
        this.transactions = transactions;
        this.table = table.quoted();
        this.key = new Identifier(key).quoted();
    }

    /** Deletes the oldest, in one statement. */
    int purge(Instant now, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("at least one row must be allowed to go, not " + limit);
        }
        return transactions.run(purge(limit), statement -> {
            EXPIRES_AT.write(statement, 1, now);
            return statement.executeUpdate();
        });
    }

    /** The limit is written out, so that PostgreSQL's generic plan reckons with it and looks the rows up by key. */
    String purge(int limit) {
        return """
                DELETE FROM %1$s WHERE %1$s.%2$s IN (
                    SELECT old.%2$s FROM %1$s AS old
                    WHERE old."expires_at" <= ? ORDER BY old."expires_at" LIMIT %3$d)""".formatted(table, key, limit);
    }
}
