package dev.usher.cli;

import dev.usher.cli.Database.Absent;
import dev.usher.schema.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** An empty database on a real engine. */
record Engine(String url) {

    private static final Logger QUIET = Logger.getLogger("io.zonky");
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    static {
        QUIET.setLevel(Level.WARNING);
    }

    static Engine sqlite(Path folder) {
        return new Engine("jdbc:sqlite:" + folder.resolve("users.db"));
    }

    static Engine postgres() {
        String schema = "s" + SCHEMAS.incrementAndGet();
        Engine root = new Engine("postgresql://postgres@localhost:" + Server.POSTGRES.getPort() + "/postgres");
        root.execute("CREATE SCHEMA " + schema);
        return new Engine(root.url() + "?currentSchema=" + schema);
    }

    /** Makes the PostgreSQL server ask a role, which is made, for its password; it trusts everybody else. */
    static synchronized void guard(String role, String password) {
        Engine root = new Engine("postgresql://postgres@localhost:" + Server.POSTGRES.getPort() + "/postgres");
        if (!root.query("SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'").isEmpty()) {
            return;
        }
        root.execute("CREATE ROLE " + role + " LOGIN SUPERUSER PASSWORD '" + password + "'");
        Path rules = Path.of(root.query("SHOW hba_file").get(0));
        try {
            Files.writeString(rules, "host all " + role + " all scram-sha-256\n" + Files.readString(rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        root.execute("SELECT pg_reload_conf()");
        new Engine(root.url().replace("postgres@", role + "@")).awaitClosed();
    }

    private void awaitClosed() {
        for (int i = 0; i < 300; i++) {
            try {
                query("SELECT 1");
                Thread.sleep(100);
            } catch (IllegalStateException closed) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new AssertionError("the server still trusts everybody");
    }

    /** Runs statements behind the command line's back. */
    void execute(String... statements) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of a query, as text. */
    List<String> query(String sql) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    DataSource dataSource() {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        try {
            return new Database(
                            parsed,
                            parsed.user().orElse(null),
                            parsed.password().orElse(null))
                    .open(Absent.CREATED);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
