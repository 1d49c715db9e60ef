package dev.usher.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

/** The connection settings without which SQLite loses data or refuses work, by their names in sqlite-jdbc. */
final class SqliteSettings {

    static final Map<String, String> PROPERTIES =
            Map.of("foreign_keys", "true", "journal_mode", "WAL", "busy_timeout", "5000", "synchronous", "FULL");

    private static final int BUSY = 5;
    private static final int CONNECT_ATTEMPTS = 100;
    private static final int PAUSE_MILLIS = 20;

    private SqliteSettings() {}

    static void require(Connection connection) throws SQLException {
        if (!pragma(connection, "foreign_keys").equals("1")) {
            throw unsafe("foreign_keys is off", "foreign_keys=true");
        }
        String journal = pragma(connection, "journal_mode");
        if (!journal.equals("wal") && !isInMemory(connection)) {
            throw unsafe("journal_mode is " + journal, "journal_mode=WAL");
        }
        if (pragma(connection, "busy_timeout").equals("0")) {
            throw unsafe("busy_timeout is 0", "busy_timeout=5000 (milliseconds)");
        }
    }

    /**
     * Connects. Turning on the write-ahead log of a new file fails at once, whatever the busy timeout, while another
     * process does the same; that passes.
     */
    static Connection connect(DataSource dataSource) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return dataSource.getConnection();
            } catch (SQLException e) {
                if (attempt == CONNECT_ATTEMPTS || !isBusy(e) || !isPauseOver()) {
                    throw e;
                }
            }
        }
    }

    private static boolean isBusy(SQLException e) {
        return e.getSQLState() == null && (e.getErrorCode() & 0xff) == BUSY;
    }

    private static boolean isPauseOver() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** After a full disk, for one, SQLite ends the transaction by itself. */
    static boolean isAlreadyRolledBack(SQLException e) {
        return String.valueOf(e.getMessage()).contains("no transaction is active");
    }

    private static boolean isInMemory(Connection connection) throws SQLException {
        return single(connection, "SELECT file FROM pragma_database_list WHERE name = 'main'")
                .isEmpty();
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        return single(connection, "PRAGMA " + name);
    }

    private static String single(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    private static IllegalStateException unsafe(String found, String wanted) {
        return new IllegalStateException("this SQLite data source is not safe to use, " + found + ": set " + wanted
                + " in its connection properties");
    }
}
