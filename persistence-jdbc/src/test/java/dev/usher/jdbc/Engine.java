package dev.usher.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.usher.schema.DatabaseUrl;
import dev.usher.schema.Dialect;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An empty database on a real engine, opened as an application opens it: by {@link DatabaseUrl} and a pool. */
public record Engine(DatabaseUrl url) {

    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("com.zaxxer.hikari"), Logger.getLogger("io.zonky"));
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    public static Engine sqlite(Path folder) {
        return new Engine(DatabaseUrl.parse("sqlite:///" + folder.resolve("users.db")));
    }

    public static Engine postgres() {
        String schema = "s" + SCHEMAS.incrementAndGet();
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String place = "localhost:" + Server.POSTGRES.getPort() + "/postgres";
        return new Engine(DatabaseUrl.parse("postgresql://postgres:postgres@" + place + "?currentSchema=" + schema));
    }

    /** To be closed by the test. */
    public HikariDataSource pool(int connections) {
        return pool(connections, config -> {});
    }

    /** The same, but configured otherwise. */
    HikariDataSource pool(int connections, Consumer<HikariConfig> change) {
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

    /** One that may read only, as on a standby; to be closed by the test. */
    HikariDataSource readOnlyPool() {
        return url.dialect() == Dialect.SQLITE
                ? pool(1, config -> config.setConnectionInitSql("PRAGMA query_only = ON"))
                : pool(1, config -> config.setReadOnly(true));
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
