package dev.usher.jdbc;

import dev.usher.schema.LocalTransaction;
import dev.usher.schema.SqlFailures;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one thread does between BEGIN and COMMIT, and what it has put off until then. It begins with its first statement,
 * and joined work gets its savepoint with its own first one: before, there is nothing to undo.
 */
final class Transaction {

    private static final Logger LOG = System.getLogger(JdbcTransactions.class.getName());

    private final Connections connections;
    private final List<Runnable> afterCommit = new ArrayList<>();

    /** Absent until the first statement. */
    private @Nullable LocalTransaction local;

    /** How deep in joined work this is, and how many of those levels have a savepoint yet. */
    private int depth;

    private int savepoints;

    /** Why this can only be rolled back: SQLite may have ended it, so that further statements would commit alone. */
    private @Nullable SQLException doom;

    Transaction(Connections connections) {
        this.connections = connections;
    }

    <T extends @Nullable Object> T lend(SqlFunction<Connection, T> work) {
        refuseIfDoomed();
        try {
            return work.apply(begun());
        } catch (SQLException e) {
            if (SqlFailures.isUnavailable(e)) {
                doom = e;
            }
            throw SqlFailures.unchecked(e);
        }
    }

    /** Runs work so that its failure undoes it alone. */
    <T extends @Nullable Object> T join(Supplier<T> work) {
        refuseIfDoomed();
        int actions = afterCommit.size();
        depth++;
        try {
            T result = work.get();
            release();
            return result;
        } catch (Throwable failure) {
            afterCommit.subList(actions, afterCommit.size()).clear();
            undo(failure);
            throw failure;
        } finally {
            depth--;
            savepoints = Math.min(savepoints, depth);
        }
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void commit() {
        refuseIfDoomed();
        try {
            if (local != null) {
                local.commit();
            }
        } catch (SQLException e) {
            throw SqlFailures.unchecked(e);
        }
    }

    void rollBack(Throwable cause) {
        if (local != null) {
            local.rollBack(cause);
        }
    }

    void runActions() {
        afterCommit.forEach(Transaction::runLogged);
    }

    static void runLogged(Runnable action) {
        try {
            action.run();
        } catch (Throwable e) {
            LOG.log(Level.ERROR, "an action put off until after the commit failed; the commit stands", e);
        }
    }

    private Connection begun() throws SQLException {
        if (local == null) {
            local = connections.begin();
        }
        Connection connection = local.connection();
        while (savepoints < depth) {
            execute(connection, "SAVEPOINT usher_" + (savepoints + 1));
            savepoints++;
        }
        return connection;
    }

    private void release() {
        refuseIfDoomed();
        if (savepoints == depth) {
            lend(connection -> execute(connection, "RELEASE SAVEPOINT usher_" + depth));
        }
    }

    private void undo(Throwable failure) {
        if (doom != null || local == null || savepoints < depth) {
            return;
        }
        try {
            execute(local.connection(), "ROLLBACK TO SAVEPOINT usher_" + depth);
            execute(local.connection(), "RELEASE SAVEPOINT usher_" + depth);
        } catch (SQLException e) {
            doom = e;
            failure.addSuppressed(e);
        }
    }

    private void refuseIfDoomed() {
        if (doom != null) {
            throw SqlFailures.unchecked(doom);
        }
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
