package dev.usher.schema;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One real PostgreSQL server for all tests of this module. */
final class Postgres {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private Postgres() {}

    /** Unpooled, with an empty schema of its own as the current one. */
    static DataSource emptySchema() {
        String schema = "s" + SCHEMAS.incrementAndGet();
        try (Connection connection = SERVER.getPostgresDatabase().getConnection()) {
            Dialect.execute(connection, "CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw SqlFailures.unchecked(e);
        }
        Map<String, String> properties = new HashMap<>(Dialect.POSTGRESQL.connectionProperties());
        properties.put("currentSchema", schema);
        return SERVER.getDatabase("postgres", "postgres", properties);
    }

    /** Points to a port where nobody listens. */
    static DataSource notRunning() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setPortNumbers(new int[] {1});
        return dataSource;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
