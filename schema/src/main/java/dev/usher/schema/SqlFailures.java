package dev.usher.schema;

import dev.usher.ErrorCode;
import dev.usher.UsersException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the engines' errors mean, looked for in the whole chain of causes and next exceptions.
 *
 * <p>PostgreSQL is known by its SQLStates, SQLite by its result codes: its driver gives no SQLState, and the extended
 * code only in the message.
 */
public final class SqlFailures {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final Set<Integer> SQLITE_UNIQUE = Set.of(2067, 1555, 2579);
    private static final int SQLITE_CONSTRAINT = 19;

    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final int SQLITE_FOREIGN_KEY = 787;

    /** Data exception, integrity constraint violation. */
    private static final Set<String> ROW_REFUSED_CLASSES = Set.of("22", "23");

    /** TOOBIG, CONSTRAINT, MISMATCH. */
    private static final Set<Integer> SQLITE_ROW_REFUSED = Set.of(18, SQLITE_CONSTRAINT, 20);

    /** Connection lost, resources exhausted, server going down, input/output error. */
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "58");

    /**
     * Serialization failure, deadlock, lock timeout, statement timeout: what SQLite calls busy. And read-only, as a standby
     * is until it takes over.
     */
    private static final Set<String> UNAVAILABLE_STATES = Set.of("40001", "40P01", "55P03", "57014", "25006");

    /** BUSY, LOCKED, NOMEM, READONLY, INTERRUPT (a timeout), IOERR, FULL, CANTOPEN. */
    private static final Set<Integer> SQLITE_UNAVAILABLE = Set.of(5, 6, 7, 8, 9, 10, 13, 14);

    private SqlFailures() {}

    /** Whether a failure is, or was caused by, the violation of a unique constraint or primary key. */
    public static boolean isUniqueViolation(Throwable failure) {
        return anyInChain(failure, SqlFailures::violatesUnique);
    }

    /** Whether a failure is, or was caused by, a row that refers to one that does not exist. */
    public static boolean isForeignKeyViolation(Throwable failure) {
        return anyInChain(failure, SqlFailures::violatesForeignKey);
    }

    /** Whether the database took offence at the values of a row: too long, out of range, against a constraint. */
    public static boolean isRowRefused(Throwable failure) {
        return anyInChain(failure, SqlFailures::refusesRow);
    }

    /** Whether the database could not be reached or was too busy, so that trying again later may work. */
    public static boolean isUnavailable(Throwable failure) {
        return anyInChain(failure, SqlFailures::tellsOfOutage);
    }

    /**
     * The unchecked form of a failure, to be thrown.
     *
     * @return {@link UsersException} with {@link ErrorCode#SERVICE_UNAVAILABLE} if it {@linkplain #isUnavailable is an
     *     outage}, else {@link DatabaseException}; the failure is the cause
     */
    public static RuntimeException unchecked(SQLException failure) {
        return isUnavailable(failure) ? unavailable(failure) : new DatabaseException(failure);
    }

    static UsersException unavailable(Exception failure) {
        return new UsersException(ErrorCode.SERVICE_UNAVAILABLE, failure);
    }

    private static boolean violatesUnique(SQLException e) {
        if (e.getSQLState() != null) {
            return UNIQUE_VIOLATION.equals(e.getSQLState());
        }
        return SQLITE_UNIQUE.contains(e.getErrorCode())
                || (e.getErrorCode() == SQLITE_CONSTRAINT && namesUnique(String.valueOf(e.getMessage())));
    }

    private static boolean namesUnique(String message) {
        return message.startsWith("[SQLITE_CONSTRAINT_UNIQUE]")
                || message.startsWith("[SQLITE_CONSTRAINT_PRIMARYKEY]")
                || message.startsWith("[SQLITE_CONSTRAINT_ROWID]")
                || message.startsWith("UNIQUE constraint failed");
    }

    private static boolean violatesForeignKey(SQLException e) {
        return e.getSQLState() == null
                ? e.getErrorCode() == SQLITE_FOREIGN_KEY || isConstraintThatNames("FOREIGN KEY", e)
                : FOREIGN_KEY_VIOLATION.equals(e.getSQLState());
    }

    /** The code alone says only that it is some constraint. */
    private static boolean isConstraintThatNames(String kind, SQLException e) {
        return e.getErrorCode() == SQLITE_CONSTRAINT
                && String.valueOf(e.getMessage()).contains(kind + " constraint failed");
    }

    private static boolean refusesRow(SQLException e) {
        return e.getSQLState() == null
                ? SQLITE_ROW_REFUSED.contains(e.getErrorCode() & 0xff)
                : ROW_REFUSED_CLASSES.contains(classOf(e.getSQLState()));
    }

    private static boolean tellsOfOutage(SQLException e) {
        return e instanceof SQLTransientException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException
                || (e.getSQLState() == null
                        ? SQLITE_UNAVAILABLE.contains(e.getErrorCode() & 0xff)
                        : isUnavailableState(e.getSQLState()));
    }

    private static boolean isUnavailableState(String state) {
        return UNAVAILABLE_STATES.contains(state)
                || state.startsWith("57P")
                || UNAVAILABLE_CLASSES.contains(classOf(state));
    }

    private static String classOf(String state) {
        return state.substring(0, Math.min(2, state.length()));
    }

    private static boolean anyInChain(Throwable failure, Predicate<SQLException> test) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        addTo(open, failure);
        while (!open.isEmpty()) {
            Throwable next = open.remove();
            if (!seen.add(next)) {
                continue;
            }
            if (next instanceof SQLException e) {
                if (test.test(e)) {
                    return true;
                }
                addTo(open, e.getNextException());
            }
            addTo(open, next.getCause());
        }
        return false;
    }

    private static void addTo(Deque<Throwable> open, @Nullable Throwable failure) {
        if (failure != null) {
            open.add(failure);
        }
    }
}
