package dev.usher.schema;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A data source that was found safe to use, and its engine. */
record Database(DataSource dataSource, Dialect dialect) {

    /** Work on a connection that is not to be closed or committed. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * @throws IllegalArgumentException if Usher does not run on it
     * @throws IllegalStateException if it is {@linkplain Dialect#requireSafe unsafe}
     */
    static Database of(DataSource dataSource) {
        try (Connection connection = SqliteSettings.connect(dataSource)) {
            Dialect dialect = Dialect.of(connection);
            dialect.requireSafe(connection);
            return new Database(dataSource, dialect);
        } catch (SQLException e) {
            throw SqlFailures.unchecked(e);
        }
    }

    /** Runs work in one transaction, which is rolled back if it throws. */
    <T> T inTransaction(Work<T> work) {
        try {
            LocalTransaction transaction = LocalTransaction.begin(SqliteSettings.connect(dataSource), dialect);
            try {
                T result = work.on(transaction.connection());
                transaction.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                transaction.rollBack(e);
                throw e;
            }
        } catch (SQLException e) {
            throw SqlFailures.unchecked(e);
        }
    }

    /** Runs work that reads a lot and writes nothing, without keeping SQLite's other writers waiting. */
    <T> T scan(Work<T> work) {
        return dialect == Dialect.SQLITE ? lend(work) : inTransaction(work);
    }

    /** Runs work that only reads, or that cannot run in a transaction. */
    <T> T lend(Work<T> work) {
        try (Connection connection = SqliteSettings.connect(dataSource)) {
            connection.setAutoCommit(true);
            return work.on(connection);
        } catch (SQLException e) {
            throw SqlFailures.unchecked(e);
        }
    }
}
