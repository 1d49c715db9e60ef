package dev.usher.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A real data source that counts every JDBC call, whatever it is made on, and lets one of them fail. */
final class FaultyDataSource {

    private static final List<Class<?>> WRAPPED = List.of(
            DataSource.class,
            Connection.class,
            PreparedStatement.class,
            Statement.class,
            ResultSet.class,
            DatabaseMetaData.class);

    /** What nobody could make good if it did nothing at all. */
    private static final Set<String> ENDS = Set.of("close", "abort");

    /** What nobody could give back if nobody has got it. */
    private static final String BEGINNING = "getConnection";

    /** How a call fails. */
    enum Fault {
        REFUSED(false, "HY000"),
        NEVER_SENT(false, "08006"),
        DONE_BUT_REFUSED(true, "HY000"),
        DONE_BUT_UNANSWERED(true, "08006");

        private final boolean done;
        private final String state;

        Fault(boolean done, String state) {
            this.done = done;
            this.state = state;
        }

        boolean isOutage() {
            return state.startsWith("08");
        }
    }

    private final DataSource real;
    private Fault fault = Fault.REFUSED;
    private int left;
    private @Nullable String failed;

    FaultyDataSource(DataSource real) {
        this.real = real;
    }

    /** @param n which of the calls from now on fails; none if 0 */
    void fail(int n, Fault how) {
        left = n;
        fault = how;
        failed = null;
    }

    /** Which call failed. */
    @Nullable String failed() {
        return failed;
    }

    DataSource dataSource() {
        return (DataSource) wrapped(real, DataSource.class);
    }

    private static boolean isWrapped(@Nullable Object result, Class<?> declared) {
        return result != null && WRAPPED.contains(declared);
    }

    @SuppressWarnings("NullAway") // a handler may answer null
    private Object wrapped(@Nullable Object result, Class<?> declared) {
        if (!isWrapped(result, declared)) {
            return result;
        }
        return Proxy.newProxyInstance(
                declared.getClassLoader(),
                new Class<?>[] {declared},
                (proxy, method, arguments) -> call(result, method, arguments));
    }

    @SuppressWarnings("NullAway")
    private Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        boolean fails = method.getDeclaringClass() != Object.class && --left == 0;
        if (fails) {
            failed = method.getDeclaringClass().getSimpleName() + "." + method.getName();
            if (method.getName().equals(BEGINNING) || (!fault.done && !ENDS.contains(method.getName()))) {
                throw failure();
            }
        }
        try {
            Object result = method.invoke(target, arguments);
            if (fails) {
                throw failure();
            }
            return wrapped(result, method.getReturnType());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private SQLException failure() {
        return new SQLException("failed on purpose", fault.state);
    }
}
