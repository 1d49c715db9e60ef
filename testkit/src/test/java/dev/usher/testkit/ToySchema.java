package dev.usher.testkit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** Knights and their shields in SQLite: created, migrated and validated in the plainest way that is right. */
class ToySchema implements SchemaSubject {

    static final List<String> TABLES = List.of(
            "CREATE TABLE IF NOT EXISTS knight (id integer NOT NULL PRIMARY KEY AUTOINCREMENT,"
                    + " email varchar(320) NOT NULL UNIQUE, motto text, knighted_at timestamp NOT NULL)",
            "CREATE TABLE IF NOT EXISTS shield (id char(36) NOT NULL PRIMARY KEY, knight_id integer NOT NULL,"
                    + " tincture varchar(20) NOT NULL, charge varchar(20) NOT NULL, UNIQUE (tincture, charge),"
                    + " FOREIGN KEY (knight_id) REFERENCES knight (id) ON DELETE CASCADE)",
            "CREATE INDEX IF NOT EXISTS shield_knight_id_idx ON shield (knight_id)");

    private static final String HISTORY = "CREATE TABLE IF NOT EXISTS usher_schema_history (version integer)";

    @TempDir
    Path folder = Path.of("none yet");

    /** SQL that runs in a transaction. */
    interface Steps {
        void run(Statement statement) throws SQLException;
    }

    @Override
    public DataSource dataSource() {
        return file("users.db");
    }

    private DataSource file(String name) {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(20_000);
        config.setJournalMode(JournalMode.MEMORY);
        config.setSynchronous(SynchronousMode.OFF);
        SQLiteDataSource dataSource = new SQLiteDataSource(config);
        dataSource.setUrl("jdbc:sqlite:" + folder.resolve(name));
        return dataSource;
    }

    /** What {@link #create} runs. */
    List<String> tables() {
        return TABLES;
    }

    /** What {@link #migrate} runs the first time. */
    List<String> migration() {
        return TABLES;
    }

    @Override
    public void create() {
        inTransaction(statement -> execute(statement, tables()));
    }

    @Override
    public int migrate() {
        List<Integer> ran = new ArrayList<>();
        inTransaction(statement -> {
            statement.execute(HISTORY);
            if (versions(statement) == 0) {
                execute(statement, migration());
                statement.execute("INSERT INTO usher_schema_history VALUES (1)");
                ran.add(1);
            }
        });
        return ran.size();
    }

    private static int versions(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT count(*) FROM usher_schema_history")) {
            return row.getInt(1);
        }
    }

    /** What a database that was created has and this one has not. */
    @Override
    public List<String> differences() {
        List<String> live = CatalogueReader.read(dataSource()).lines();
        return expected().lines().stream().filter(each -> !live.contains(each)).toList();
    }

    private Catalogue expected() {
        DataSource fresh = file("expected.db");
        inTransaction(fresh, statement -> execute(statement, TABLES));
        return CatalogueReader.read(fresh);
    }

    void inTransaction(Steps steps) {
        inTransaction(dataSource(), steps);
    }

    private static void inTransaction(DataSource dataSource, Steps steps) {
        // closing the connection rolls back
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            steps.run(statement);
            statement.execute("COMMIT");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(Statement statement, List<String> sql) throws SQLException {
        for (String each : sql) {
            statement.execute(each);
        }
    }
}
