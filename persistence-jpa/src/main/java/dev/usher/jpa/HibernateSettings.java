package dev.usher.jpa;

import dev.usher.schema.Dialect;
import dev.usher.schema.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What a persistence unit of Hibernate ORM's should be told, without a server. It depends on Hibernate by names only.
 *
 * <pre>{@code
 * Persistence.createEntityManagerFactory("camelot", HibernateSettings.on(pool))
 * }</pre>
 *
 * <p>PostgreSQL needs nothing but the data source. On SQLite Hibernate must be told the dialect, which is in
 * {@code hibernate-community-dialects}, and that UUIDs are text: it would store 16 bytes. The data source is wrapped there,
 * so that a transaction takes the write lock when it begins, and waits for it; one that reads first and writes later
 * would fail at once if somebody else wrote in between. Reads outside of transactions take no lock.
 */
public final class HibernateSettings {

    private HibernateSettings() {}

    /**
     * The properties of a persistence unit with resource-local transactions, to be added to.
     *
     * @param dataSource a pool, in production, whose connections are opened with {@link Dialect#connectionProperties()}
     * @return property to value
     * @throws dev.usher.UsersException {@code SERVICE_UNAVAILABLE} if the database cannot be reached
     * @throws IllegalArgumentException if it is {@linkplain Dialect#of none that Usher runs on}
     * @throws IllegalStateException if a SQLite data source is {@linkplain Dialect#requireSafe unsafe}
     */
    public static Map<String, Object> on(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            Dialect dialect = Dialect.of(connection);
            dialect.requireSafe(connection);
            return on(dialect, dataSource);
        } catch (SQLException e) {
            throw SqlFailures.unchecked(e);
        }
    }

    private static Map<String, Object> on(Dialect dialect, DataSource dataSource) {
        return switch (dialect) {
            case SQLITE ->
                Map.of(
                        "jakarta.persistence.nonJtaDataSource",
                        new ImmediateDataSource(dataSource),
                        "hibernate.dialect",
                        "org.hibernate.community.dialect.SQLiteDialect",
                        "hibernate.type.preferred_uuid_jdbc_type",
                        "CHAR");
            case POSTGRESQL -> Map.of("jakarta.persistence.nonJtaDataSource", dataSource);
        };
    }
}
