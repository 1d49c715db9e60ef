package dev.usher.jpa;

import dev.usher.ErrorCode;
import dev.usher.UsersException;
import dev.usher.schema.SqlFailures;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;

/** What the provider's failures mean to Usher. */
final class Failures {

    private Failures() {}

    /** To be thrown: {@code SERVICE_UNAVAILABLE} for an outage, else the failure itself. */
    static RuntimeException translated(RuntimeException failure) {
        return failure instanceof PersistenceException && SqlFailures.isUnavailable(failure)
                ? new UsersException(ErrorCode.SERVICE_UNAVAILABLE, failure)
                : failure;
    }

    /**
     * Whether a row was refused for what is in it: a constraint, a length, a null. A missing table, for one, is nothing
     * that is wrong with a row.
     */
    static boolean isRefusedRow(RuntimeException failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return cause == null ? failure instanceof PersistenceException : SqlFailures.isRowRefused(cause);
    }
}
