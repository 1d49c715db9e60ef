package dev.usher.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A function that talks to a database.
 *
 * @param <A> what it is given
 * @param <R> what it returns
 */
@FunctionalInterface
public interface SqlFunction<A, R extends @Nullable Object> {

    R apply(A argument) throws SQLException;
}
