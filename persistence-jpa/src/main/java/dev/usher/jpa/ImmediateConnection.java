package dev.usher.jpa;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection to SQLite whose transactions begin by {@code BEGIN IMMEDIATE}, with the write lock, which is waited for:
 * one that reads first and asks for it later fails at once if somebody else wrote in between.
 *
 * <p>The connection beneath stays in auto-commit mode. The driver's own {@code transaction_mode=IMMEDIATE} will not do:
 * after each commit it begins again, and if it had to wait in vain it takes itself to be in a transaction when it is
 * not, so that statements commit alone.
 */
final class ImmediateConnection implements InvocationHandler {

    private static final Set<String> NEEDS_TRANSACTION =
            Set.of("createStatement", "prepareStatement", "prepareCall", "setSavepoint");

    private final Connection connection;
    private boolean autoCommit = true;
    private boolean begun;

    private ImmediateConnection(Connection connection) {
        this.connection = connection;
    }

    /** @param connection is closed if this fails, because nobody else has it */
    static Connection over(Connection connection) throws SQLException {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
        return (Connection) Proxy.newProxyInstance(
                ImmediateConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new ImmediateConnection(connection));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
        return switch (method.getName()) {
            case "getAutoCommit" -> autoCommit;
            case "setAutoCommit" -> setAutoCommit(args != null && Boolean.TRUE.equals(args[0]));
            case "commit" -> end("COMMIT");
            case "rollback" -> args == null ? rollback() : delegate(method, args);
            case "close" -> close();
            default -> delegate(method, args);
        };
    }

    private @Nullable Object delegate(Method method, Object @Nullable [] args) throws Throwable {
        if (!autoCommit && !begun && NEEDS_TRANSACTION.contains(method.getName())) {
            begin();
        }
        try {
            return method.invoke(connection, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** If this fails it may have begun all the same, and nobody would end it. */
    private void begin() throws SQLException {
        begun = true;
        try {
            execute("BEGIN IMMEDIATE");
        } catch (SQLException e) {
            try {
                rollback();
            } catch (SQLException another) {
                e.addSuppressed(another);
            }
            throw e;
        }
    }

    private @Nullable Void setAutoCommit(boolean on) throws SQLException {
        if (on) {
            end("COMMIT");
        }
        autoCommit = on;
        return null;
    }

    private @Nullable Void end(String statement) throws SQLException {
        if (begun) {
            execute(statement);
            begun = false;
        }
        return null;
    }

    private @Nullable Void rollback() throws SQLException {
        try {
            return end("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has ended it by itself, after a full disk for one, or it never began
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw e;
            }
            begun = false;
            return null;
        }
    }

    /** A connection that cannot be rolled back is closed beneath its pool's, so that nobody is lent it again. */
    private @Nullable Void close() throws SQLException {
        try (connection) {
            return rollback();
        } catch (SQLException e) {
            connection.unwrap(Connection.class).close();
            throw e;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
