package dev.usher.schema;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A real connection whose SQL statements or methods of some name fail, and that remembers what it was asked. */
final class Tampering {

    private final Connection real;
    private final String failing;
    final List<String> calls = new ArrayList<>();

    /** @param failing a SQL statement, or the name of a method of {@link Connection} */
    Tampering(Connection real, String failing) {
        this.real = real;
        this.failing = failing;
    }

    Connection connection() {
        return tamperedWith(Connection.class, real);
    }

    private <T> T tamperedWith(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            String call = args != null && args[0] instanceof String sql ? sql : method.getName();
            calls.add(call);
            if (call.equals(failing) && (target == real || !call.equals(method.getName()))) {
                throw new SQLException("tampered with", "HY000");
            }
            try {
                Object result = method.invoke(target, args);
                return switch (method.getName()) {
                    case "createStatement" -> tamperedWith(Statement.class, (Statement) result);
                    case "getMetaData" -> tamperedWith(DatabaseMetaData.class, (DatabaseMetaData) result);
                    case "getDatabaseProductName" -> failing.isEmpty() ? "Camelot DB" : result;
                    default -> result;
                };
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
