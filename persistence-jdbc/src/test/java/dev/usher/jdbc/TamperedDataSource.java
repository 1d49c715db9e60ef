package dev.usher.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A real data source that remembers every SQL statement, and fails the calls it is told to. */
final class TamperedDataSource implements DataSource {

    private final DataSource real;
    private volatile String failing = "";
    private final AtomicInteger spared = new AtomicInteger();
    final List<String> statements = new CopyOnWriteArrayList<>();

    TamperedDataSource(DataSource real) {
        this.real = real;
    }

    /** @param call a SQL statement, or the name of a method of {@link Connection} */
    void fail(String call) {
        failLater(call, 0);
    }

    /** @param times how often the call still goes well */
    void failLater(String call, int times) {
        spared.set(times);
        failing = call;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return tamperedWith(Connection.class, real.getConnection());
    }

    private <T> T tamperedWith(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (args != null && args[0] instanceof String sql) {
                statements.add(sql);
                failIfTold(sql);
            }
            if (type == Connection.class) {
                failIfTold(method.getName());
            }
            try {
                Object result = method.invoke(target, args);
                return method.getName().equals("createStatement")
                        ? tamperedWith(Statement.class, (Statement) result)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private void failIfTold(String call) throws SQLException {
        if (call.equals(failing) && spared.getAndDecrement() <= 0) {
            throw new SQLException("tampered with", "HY000");
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        real.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
