package dev.usher.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Makes tables for development and tests. A database in production is better changed by versioned migrations. */
public final class Schema {

    /** Any number will do that nobody else locks by: "usher" in ASCII. */
    private static final long ADVISORY_LOCK = 0x7573686572L;

    private Schema() {}

    /**
     * Creates tables that do not exist yet, in one transaction; an existing one is left as it is, whatever its columns.
     * Any number of processes may do so at the same time.
     *
     * @throws dev.usher.UsersException {@code SERVICE_UNAVAILABLE} if the database cannot be reached
     * @throws DatabaseException if it refuses, for instance because the user may not create tables
     * @throws IllegalArgumentException if it is {@linkplain Dialect#of none that Usher runs on}
     * @throws IllegalStateException if a SQLite data source is {@linkplain Dialect#requireSafe unsafe}
     */
    public static void create(DataSource dataSource, Table... tables) {
        try {
            Dialect dialect = safeDialect(dataSource);
            LocalTransaction transaction = LocalTransaction.begin(SqliteSettings.connect(dataSource), dialect);
            try {
                create(transaction.connection(), dialect, List.of(tables));
                transaction.commit();
            } catch (SQLException | RuntimeException e) {
                transaction.rollBack(e);
                throw e;
            }
        } catch (SQLException e) {
            throw SqlFailures.unchecked(e);
        }
    }

    /** Creates all tables of a description, see {@link #create(DataSource, Table...)}. */
    public static void create(DataSource dataSource, UserSchema schema) {
        create(dataSource, schema.tables().toArray(Table[]::new));
    }

    private static Dialect safeDialect(DataSource dataSource) throws SQLException {
        try (Connection connection = SqliteSettings.connect(dataSource)) {
            Dialect dialect = Dialect.of(connection);
            dialect.requireSafe(connection);
            return dialect;
        }
    }

    private static void create(Connection connection, Dialect dialect, List<Table> tables) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            Dialect.execute(connection, "SELECT pg_advisory_xact_lock(" + ADVISORY_LOCK + ")");
        }
        for (Table table : tables) {
            for (String statement : table.statements(dialect)) {
                Dialect.execute(connection, statement);
            }
        }
    }
}
