package dev.usher.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A real data source under watch, for {@link SqlSubject}: it counts every JDBC call, whatever it is made on, and lets one
 * of them fail when a contract says so; it keeps the statements, and knows which connections nobody has closed.
 *
 * <p>Not thread-safe.
 */
public final class FaultyDataSource {

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

    private static final Pattern TAKES_SQL = Pattern.compile("prepare\\w+|execute\\w*|addBatch");

    private final DataSource real;
    private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> statements = new ArrayList<>();
    private Fault fault = Fault.REFUSED;
    private int left;
    private @Nullable String failed;

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

    /**
     * Watches a data source, in which nothing fails yet.
     *
     * @param real a pool, with more than one connection if the adapter needs them; stays the caller's to close
     */
    public FaultyDataSource(DataSource real) {
        this.real = real;
    }

    /** What the adapters are given. */
    public DataSource dataSource() {
        return (DataSource) wrapped(real, DataSource.class);
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

    /** How many connections were got and not given back. */
    int open() {
        return open.size();
    }

    /** What is sent to the database meanwhile. */
    List<String> statementsOf(Runnable work) {
        statements.clear();
        work.run();
        return List.copyOf(statements);
    }

    @SuppressWarnings("NullAway") // a handler may answer null
    private Object wrapped(@Nullable Object result, Class<?> declared) {
        if (result == null || !WRAPPED.contains(declared)) {
            return result;
        }
        Class<?> type = result instanceof PreparedStatement ? PreparedStatement.class : declared;
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
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
            note(target, method, arguments, result);
            if (fails) {
                throw failure();
            }
            return wrapped(result, method.getReturnType());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void note(Object target, Method method, Object @Nullable [] arguments, @Nullable Object result) {
        if (target == real && result instanceof Connection) {
            open.add(result);
        } else if (ENDS.contains(method.getName())) {
            open.remove(target);
        } else if (arguments != null
                && arguments[0] instanceof String sql
                && TAKES_SQL.matcher(method.getName()).matches()) {
            statements.add(sql);
        }
    }

    private SQLException failure() {
        return new SQLException("failed on purpose", fault.state);
    }
}
