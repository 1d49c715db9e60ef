package dev.usher.schema;

import java.sql.SQLException;

/**
 * The database refused a statement for a reason that trying again does not change: a missing table, a violated
 * constraint of the application's, a defect.
 *
 * <p>The message has codes only. The cause is what the driver threw and may quote what was to be stored.
 */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseException(SQLException cause) {
        super(
                "the database refused a statement: SQLState " + cause.getSQLState() + ", code " + cause.getErrorCode(),
                cause);
    }
}
