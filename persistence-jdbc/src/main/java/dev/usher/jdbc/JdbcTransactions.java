package dev.usher.jdbc;

import dev.usher.schema.Dialect;
import dev.usher.schema.SqlFailures;
import dev.usher.spi.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Transactions on one data source, without JTA. Make one for each data source and hand it to every adapter.
 *
 * <p>Joined work runs inside a savepoint: if it fails, it is undone alone, with what it put off until after the commit,
 * and the caller's transaction stays usable. After the database was found unavailable inside a transaction, only a
 * roll-back is left.
 *
 * <p>A transaction begins with its first statement: before, it holds no connection and no lock, and one that never
 * touches the database costs nothing. A pool of one connection suffices, except for {@link #inNewTransaction} inside a
 * transaction that has begun. On SQLite that one waits for the caller in vain, until the busy timeout ends it, because a
 * transaction takes the write lock when it begins.
 *
 * <p>The data source must not be one that JTA manages. A SQLite data source is checked at its first use: foreign keys,
 * write-ahead log and a busy timeout, else {@link IllegalStateException}.
 */
public final class JdbcTransactions implements Transactions {

    private final Connections connections;

    @SuppressWarnings("ThreadLocalUsage") // each data source has transactions of its own
    private final ThreadLocal<@Nullable Transaction> current = new ThreadLocal<>();

    /**
     * Connects to nothing yet.
     *
     * @param dataSource SQLite or PostgreSQL; a pool, in production
     */
    public JdbcTransactions(DataSource dataSource) {
        this.connections = new Connections(dataSource);
    }

    /**
     * {@inheritDoc}
     *
     * @throws dev.usher.UsersException {@code SERVICE_UNAVAILABLE} if the transaction cannot commit, and to its first
     *     statement if it cannot begin; where the connection breaks during the commit, it may have been committed all
     *     the same
     */
    @Override
    public <T> T inTransaction(Supplier<T> work) {
        Transaction outer = current.get();
        return outer == null ? inFirstTransaction(work) : outer.join(work);
    }

    @Override
    public <T> T inNewTransaction(Supplier<T> work) {
        Transaction suspended = current.get();
        current.remove();
        try {
            return inFirstTransaction(work);
        } finally {
            if (suspended != null) {
                current.set(suspended);
            }
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        Transaction transaction = current.get();
        if (transaction == null) {
            Transaction.runLogged(action);
        } else {
            transaction.afterCommit(action);
        }
    }

    /**
     * Lends a connection, so that an application's own statements take part: that of the current transaction, or one in
     * auto-commit mode where there is none. It must not be closed, committed, or kept.
     *
     * <p>On PostgreSQL a failed statement spoils the whole transaction, unless it ran inside a joined one.
     *
     * @param work runs once, on this thread
     * @return what the work returned
     * @throws dev.usher.UsersException {@code SERVICE_UNAVAILABLE} if the database cannot be reached or is too busy
     * @throws dev.usher.schema.DatabaseException for every other {@link java.sql.SQLException}, which is the cause
     */
    public <T extends @Nullable Object> T withConnection(SqlFunction<Connection, T> work) {
        Transaction transaction = current.get();
        return transaction == null ? connections.lend(work) : transaction.lend(work);
    }

    /** Which engine this is; asked once. */
    Dialect dialect() {
        try {
            return connections.dialect();
        } catch (SQLException e) {
            throw SqlFailures.unchecked(e);
        }
    }

    /** Runs work on one statement, in the current transaction if there is one. */
    <T> T run(String sql, SqlFunction<PreparedStatement, T> work) {
        return withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return work.apply(statement);
            }
        });
    }

    /** The same for a statement whose failure must not spoil the transaction. */
    <T> T runInSavepoint(String sql, SqlFunction<PreparedStatement, T> work) {
        Transaction transaction = current.get();
        return transaction == null ? run(sql, work) : transaction.join(() -> run(sql, work));
    }

    private <T> T inFirstTransaction(Supplier<T> work) {
        Transaction transaction = new Transaction(connections);
        T result;
        current.set(transaction);
        try {
            result = work.get();
            transaction.commit();
        } catch (Throwable failure) {
            transaction.rollBack(failure);
            throw failure;
        } finally {
            current.remove();
        }
        transaction.runActions();
        return result;
    }
}
