package dev.usher.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/**
 * The life of Usher's tables: created in one go for development, migrated by versions in production, compared with
 * their description at start-up.
 *
 * <p>Every method throws {@link dev.usher.UsersException} with {@code SERVICE_UNAVAILABLE} if the database cannot be
 * reached, {@link IllegalArgumentException} if it is {@linkplain Dialect#of none that Usher runs on}, and
 * {@link IllegalStateException} if a SQLite data source is {@linkplain Dialect#requireSafe unsafe}.
 */
public final class Schema {

    /** The table in which {@link #migrate} notes which versions ran. */
    public static final String HISTORY_TABLE = "usher_schema_history";

    /** Any number will do that nobody else locks by: "usher" in ASCII. */
    private static final long ADVISORY_LOCK = 0x7573686572L;

    private Schema() {}

    /**
     * Creates tables that do not exist yet, in one transaction; an existing one is left as it is, whatever its columns.
     * Any number of processes may do so at the same time.
     *
     * @throws DatabaseException if the database refuses, for instance because the user may not create tables
     */
    public static void create(DataSource dataSource, Table... tables) {
        Database database = Database.of(dataSource);
        database.inTransaction(connection -> {
            lock(connection, database.dialect());
            for (Table table : tables) {
                for (String statement : table.statements(database.dialect())) {
                    Dialect.execute(connection, statement);
                }
            }
            return tables;
        });
    }

    /** Creates all tables of a description, see {@link #create(DataSource, Table...)}. */
    public static void create(DataSource dataSource, UserSchema schema) {
        create(dataSource, schema.tables().toArray(Table[]::new));
    }

    /**
     * Runs those of Usher's versioned migrations that did not run yet, by Flyway, with a history table of their own, so
     * that they get along with migrations of the application's. Leads to what {@link #create} makes, without the
     * application's own columns, whose migrations are hers and come afterwards. Tables that {@code create} made, or that
     * were adopted, are taken over.
     *
     * <p>Each migration is one transaction. On PostgreSQL any number of processes may do so at the same time, and it
     * takes three connections.
     *
     * @return how many ran
     * @throws IllegalStateException if Flyway is not on the class path; the message names the artifact
     * @throws RuntimeException Flyway's, if a migration fails or one that ran was changed
     */
    public static int migrate(DataSource dataSource, UserSchema schema) {
        Database database = Database.of(dataSource);
        requireClass("org.flywaydb.core.Flyway", "flyway-core");
        if (database.dialect() == Dialect.SQLITE) {
            return FlywayMigrations.run(database, schema);
        }
        requireClass("org.flywaydb.database.postgresql.PostgreSQLDatabaseType", "flyway-database-postgresql");
        return database.inTransaction(connection -> {
            lock(connection, database.dialect()); // Flyway itself makes its history table without one
            return FlywayMigrations.run(database, schema);
        });
    }

    /**
     * Where the migrations of an engine lie on the class path, as Flyway's {@code locations} want it. Their versions
     * begin with 0.87437, which spells "usher" on a telephone, so that they clash with none of the application's.
     *
     * @see UserSchema#placeholders
     */
    public static String migrations(Dialect dialect) {
        return switch (dialect) {
            case SQLITE -> "classpath:dev/usher/schema/migrations/sqlite";
            case POSTGRESQL -> "classpath:dev/usher/schema/migrations/postgresql";
        };
    }

    /**
     * Lists each difference between the live tables and their description, the application's own columns included, with
     * the SQL that mends it. Reads the catalogue only. What is there beyond the description is the application's affair.
     *
     * @return empty if the tables are as they should be
     * @see SchemaCheck
     */
    public static List<Difference> validate(DataSource dataSource, UserSchema schema) {
        Database database = Database.of(dataSource);
        Validator validator = new Validator(database.dialect(), Clock.systemUTC());
        return database.lend(connection -> validator.differences(connection, schema.tables()));
    }

    /** Keeps other processes from changing tables until the transaction ends; on SQLite it has the only lock anyway. */
    static void lock(Connection connection, Dialect dialect) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            Dialect.execute(connection, "SELECT pg_advisory_xact_lock(" + ADVISORY_LOCK + ")");
        }
    }

    private static void requireClass(String name, String artifact) {
        try {
            Class.forName(name, false, Schema.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "Schema.migrate runs Flyway: add org.flywaydb:" + artifact + " to the application", e);
        }
    }
}
