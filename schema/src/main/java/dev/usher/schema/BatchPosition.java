package dev.usher.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a {@link BatchMigration} has come, as it is stored.
 *
 * @param lastKey the key of the last row that was changed, as text; null before the first
 * @param done how many rows were changed
 * @param finished whether none was left
 */
record BatchPosition(@Nullable String lastKey, long done, boolean finished) {

    static final Table TABLE = new Table(
            new Identifier(BatchMigration.POSITIONS),
            List.of(
                    new Column(new Identifier("name"), ColumnType.text(200).inByteOrder(), Column.Role.KEY),
                    Column.plain("last_key", ColumnType.text().nullable()),
                    Column.plain("done", ColumnType.bigint()),
                    Column.plain("finished", ColumnType.bool())));

    private static final String BEGIN = "INSERT INTO " + BatchMigration.POSITIONS
            + " (name, done, finished) VALUES (?, 0, false) ON CONFLICT DO NOTHING";
    private static final String READ =
            "SELECT last_key, done, finished FROM " + BatchMigration.POSITIONS + " WHERE name = ?";
    private static final String STORE =
            "UPDATE " + BatchMigration.POSITIONS + " SET last_key = ?, done = ?, finished = ? WHERE name = ?";
    private static final String FORGET = "DELETE FROM " + BatchMigration.POSITIONS + " WHERE name = ? AND finished";

    /** Other processes wait for their turn until the transaction ends; SQLite has one writer anyway. */
    static BatchPosition lock(Connection connection, Dialect dialect, String name) throws SQLException {
        update(connection, BEGIN, name);
        String lock = dialect == Dialect.POSTGRESQL ? " FOR UPDATE" : "";
        return Rows.of(
                        connection,
                        READ + lock,
                        name,
                        row -> new BatchPosition(row.getString(1), row.getLong(2), row.getBoolean(3)))
                .get(0);
    }

    void store(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STORE)) {
            statement.setString(1, lastKey);
            statement.setLong(2, done);
            statement.setBoolean(3, finished);
            statement.setString(4, name);
            statement.executeUpdate();
        }
    }

    /** Unless it is half-way. */
    static int forgetFinished(Connection connection, String name) throws SQLException {
        return update(connection, FORGET, name);
    }

    private static int update(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            return statement.executeUpdate();
        }
    }
}
