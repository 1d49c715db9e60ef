package dev.usher.schema;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * One writing transaction on a connection of its own, from its beginning until the connection is given back.
 *
 * <p>It ends by exactly one {@link #commit} or {@link #rollBack}, or by a failed commit followed by a roll-back. Not
 * thread-safe.
 */
public final class LocalTransaction {

    /** Until a pool notices that a connection was destroyed, it may lend it to others: that is the last resort. */
    private static final int ROLL_BACK_ATTEMPTS = 2;

    private static final Logger LOG = System.getLogger(LocalTransaction.class.getName());

    private final Connection connection;
    private final Dialect dialect;

    private LocalTransaction(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /**
     * Begins a transaction: on SQLite with the write lock, which is waited for.
     *
     * @param connection from a data source, not in a transaction; closed here if this fails
     */
    public static LocalTransaction begin(Connection connection, Dialect dialect) throws SQLException {
        LocalTransaction transaction = new LocalTransaction(connection, dialect);
        try {
            connection.setAutoCommit(true);
            dialect.begin(connection);
            return transaction;
        } catch (SQLException | RuntimeException e) {
            // it may have begun all the same
            transaction.rollBack(e);
            throw e;
        }
    }

    /** Where the statements of this transaction run; not to be closed or committed by others. */
    public Connection connection() {
        return connection;
    }

    /**
     * Commits and gives the connection back.
     *
     * @throws SQLException if nothing was committed, or, where the connection broke meanwhile, perhaps not; the
     *     transaction is still to be rolled back
     */
    public void commit() throws SQLException {
        dialect.commit(connection);
        try {
            giveBack();
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.WARNING, "a connection could not be given back after its transaction was committed", e);
        }
    }

    /**
     * Rolls back and gives the connection back, or destroys it where the roll-back fails, so that no pool lends a
     * connection that is still in this transaction.
     *
     * @param cause why; what goes wrong here is added to its suppressed exceptions
     */
    public void rollBack(Throwable cause) {
        for (int attempt = 0; attempt < ROLL_BACK_ATTEMPTS; attempt++) {
            if (isRolledBack(cause)) {
                giveBackAfter(cause);
                return;
            }
        }
        destroy(cause);
    }

    private boolean isRolledBack(Throwable cause) {
        try {
            dialect.rollback(connection);
            return true;
        } catch (SQLException | RuntimeException e) {
            cause.addSuppressed(e);
            return false;
        }
    }

    private void giveBackAfter(Throwable cause) {
        try {
            giveBack();
        } catch (SQLException | RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private void giveBack() throws SQLException {
        try (connection) {
            connection.setAutoCommit(true);
        }
    }

    /** The driver of SQLite ignores {@code abort}: what rolls back there is closing the connection beneath the pool's. */
    private void destroy(Throwable cause) {
        try {
            Connection physical = connection.unwrap(Connection.class);
            connection.abort(Runnable::run);
            physical.close();
        } catch (SQLException | RuntimeException e) {
            cause.addSuppressed(e);
        }
        closeAfter(cause, connection);
    }

    private static void closeAfter(Throwable cause, Connection connection) {
        try {
            connection.close();
        } catch (SQLException | RuntimeException e) {
            cause.addSuppressed(e);
        }
    }
}
