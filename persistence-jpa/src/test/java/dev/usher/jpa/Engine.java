package dev.usher.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.usher.schema.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The real engines that tests run on. */
enum Engine {
    SQLITE {
        @Override
        DatabaseUrl newDatabase() {
            try {
                Path folder = Files.createTempDirectory("usher-jpa");
                folder.toFile().deleteOnExit();
                for (String ending : new String[] {"", "-wal", "-shm"}) {
                    folder.resolve("users.db" + ending).toFile().deleteOnExit();
                }
                return DatabaseUrl.parse("sqlite:///" + folder.resolve("users.db"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    POSTGRESQL {
        @Override
        DatabaseUrl newDatabase() {
            String schema = "s" + SCHEMAS.incrementAndGet();
            try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA " + schema);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            String place = "localhost:" + Server.POSTGRES.getPort() + "/postgres";
            return DatabaseUrl.parse("postgresql://postgres:postgres@" + place + "?currentSchema=" + schema);
        }
    };

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    /** An empty database. */
    abstract DatabaseUrl newDatabase();

    /** Opened as an application opens it; to be closed by whoever asks. */
    static HikariDataSource pool(DatabaseUrl url, int connections) {
        return pool(url, connections, config -> {});
    }

    /** The same, but configured otherwise. */
    static HikariDataSource pool(DatabaseUrl url, int connections, Consumer<HikariConfig> change) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url.jdbcUrl());
        url.user().ifPresent(config::setUsername);
        url.password().ifPresent(config::setPassword);
        url.properties().forEach(config::addDataSourceProperty);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        change.accept(config);
        return new HikariDataSource(config);
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
