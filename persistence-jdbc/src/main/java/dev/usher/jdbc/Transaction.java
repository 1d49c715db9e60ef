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

/** What one thread does between BEGIN and COMMIT, and what it has put off until then. */
final class Transaction {

    private static final Logger LOG = System.getLogger(JdbcTransactions.class.getName());

    private final LocalTransaction local;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private int savepoints;

    /** Why this can only be rolled back: SQLite may have ended it, so that further statements would commit alone. */
    private @Nullable SQLException doom;

    Transaction(LocalTransaction local) {
        this.local = local;
    }

    <T extends @Nullable Object> T lend(SqlFunction<Connection, T> work) {
        refuseIfDoomed();
        try {
            return work.apply(local.connection());
        } catch (SQLException e) {
            if (SqlFailures.isUnavailable(e)) {
                doom = e;
            }
            throw SqlFailures.unchecked(e);
        }
    }

    /** Runs work inside a savepoint, so that its failure undoes it alone. */
    <T extends @Nullable Object> T join(Supplier<T> work) {
        String savepoint = "usher_" + ++savepoints;
        int actions = afterCommit.size();
        run("SAVEPOINT " + savepoint);
        try {
            T result = work.get();
            run("RELEASE SAVEPOINT " + savepoint);
            return result;
        } catch (Throwable failure) {
            afterCommit.subList(actions, afterCommit.size()).clear();
            undo(savepoint, failure);
            throw failure;
        }
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void commit() {
        refuseIfDoomed();
        try {
            local.commit();
        } catch (SQLException e) {
            throw SqlFailures.unchecked(e);
        }
    }

    void rollBack(Throwable cause) {
        local.rollBack(cause);
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

    private void undo(String savepoint, Throwable failure) {
        if (doom != null) {
            return;
        }
        try {
            execute("ROLLBACK TO SAVEPOINT " + savepoint);
            execute("RELEASE SAVEPOINT " + savepoint);
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

    private void run(String sql) {
        lend(connection -> {
            execute(sql);
            return true;
        });
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = local.connection().createStatement()) {
            statement.execute(sql);
        }
    }
}
