package dev.usher.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The engines that Usher's SQL adapters run on, and where they differ. */
public enum Dialect {

    /** SQLite 3.35 or newer, the embedded default. */
    SQLITE("SQLite") {
        @Override
        void begin(Connection connection) throws SQLException {
            execute(connection, "BEGIN IMMEDIATE");
        }

        @Override
        void commit(Connection connection) throws SQLException {
            execute(connection, "COMMIT");
        }

        @Override
        void rollback(Connection connection) throws SQLException {
            try {
                execute(connection, "ROLLBACK");
            } catch (SQLException e) {
                if (!SqliteSettings.isAlreadyRolledBack(e)) {
                    throw e;
                }
            }
        }

        /** {@inheritDoc} SQLite compares words, and JPA providers write a number. */
        @Override
        public String isTrue(String column) {
            return column + " = 1";
        }

        @Override
        public Map<String, String> connectionProperties() {
            return SqliteSettings.PROPERTIES;
        }

        @Override
        public void requireSafe(Connection connection) throws SQLException {
            SqliteSettings.require(connection);
        }
    },

    /** PostgreSQL 10 or newer. */
    POSTGRESQL("PostgreSQL") {
        @Override
        void begin(Connection connection) throws SQLException {
            connection.setAutoCommit(false);
        }

        @Override
        void commit(Connection connection) throws SQLException {
            // COMMIT after a failed statement rolls back, and the driver calls that a success: ask first, in one trip
            execute(connection, "SELECT 1; COMMIT");
        }

        @Override
        public String isTrue(String column) {
            return column;
        }

        @Override
        void rollback(Connection connection) throws SQLException {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }

        @Override
        public Map<String, String> connectionProperties() {
            return Map.of("logServerErrorDetail", "false");
        }

        @Override
        public void requireSafe(Connection connection) {}
    };

    private final String productName;

    Dialect(String productName) {
        this.productName = productName;
    }

    /**
     * Recognises the engine behind a connection.
     *
     * @throws IllegalArgumentException if Usher does not run on it; the message says which it runs on
     */
    public static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        for (Dialect dialect : values()) {
            if (dialect.productName.equals(product)) {
                return dialect;
            }
        }
        throw new IllegalArgumentException("Usher runs on SQLite and PostgreSQL, not on " + product);
    }

    /**
     * Begins a transaction that will write.
     *
     * <p>On SQLite by {@code BEGIN IMMEDIATE}, whatever the driver's configuration: a transaction that reads first and
     * asks for the write lock later fails at once, without waiting, if somebody else wrote in between.
     *
     * @param connection in auto-commit mode, in which it stays on SQLite
     */
    abstract void begin(Connection connection) throws SQLException;

    /** Makes a transaction that {@link #begin} began durable, and fails if it does not. On failure it may still be open. */
    abstract void commit(Connection connection) throws SQLException;

    /** Undoes a transaction that {@link #begin} began. One that the engine has undone by itself is no failure. */
    abstract void rollback(Connection connection) throws SQLException;

    /**
     * The condition that a boolean column is true, in the one form in which its index ({@link Column.Role#RARELY_TRUE}) is
     * used.
     *
     * @param column quoted
     */
    public abstract String isTrue(String column);

    /**
     * What whoever opens connections should hand to the driver.
     *
     * <ul>
     *   <li>SQLite: foreign keys, write-ahead log, five seconds' patience with another writer, and
     *       {@code synchronous=FULL}: {@code NORMAL} survives a killed process too, but after a power cut it may bring
     *       back a password or a token whose end was already acknowledged. The price is one {@code fsync} a commit.
     *   <li>PostgreSQL: no row contents in error messages, which end up in logs.
     * </ul>
     *
     * @return driver property to value
     */
    public abstract Map<String, String> connectionProperties();

    /**
     * Checks a connection that somebody else configured. PostgreSQL has nothing to check; on SQLite foreign keys must be
     * on, the journal of a database file must be the write-ahead log, and the busy timeout must not be zero.
     *
     * <p>A database in memory passes, but each of its connections sees a database of its own: it needs a pool of one.
     *
     * @throws IllegalStateException if a setting is unsafe; the message says which to change
     */
    public abstract void requireSafe(Connection connection) throws SQLException;

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
