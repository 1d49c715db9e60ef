package dev.usher.jpa;

import dev.usher.schema.Dialect;
import java.util.HashMap;
import java.util.Map;

/**
 * What Hibernate ORM and the connections it works with should be told. Where another provider is used, or the settings
 * are written in {@code persistence.xml}, this class is not needed. It depends on Hibernate by names only.
 */
public final class HibernateSettings {

    private HibernateSettings() {}

    /**
     * The driver properties to open connections with: {@link Dialect#connectionProperties()} and, on SQLite,
     * {@code transaction_mode=IMMEDIATE}. Without it a transaction that reads first and writes later fails at once,
     * without waiting, if somebody else wrote in between. Reads outside of transactions take no lock either way.
     *
     * @return driver property to value
     */
    public static Map<String, String> connectionProperties(Dialect dialect) {
        Map<String, String> properties = new HashMap<>(dialect.connectionProperties());
        if (dialect == Dialect.SQLITE) {
            properties.put("transaction_mode", "IMMEDIATE");
        }
        return Map.copyOf(properties);
    }

    /**
     * The properties of the persistence unit: on SQLite the dialect, which is in {@code hibernate-community-dialects},
     * and that UUIDs are text, which Hibernate would otherwise store as 16 bytes. PostgreSQL needs none.
     *
     * @return property of the persistence unit to value
     */
    public static Map<String, String> unitProperties(Dialect dialect) {
        return switch (dialect) {
            case SQLITE ->
                Map.of(
                        "hibernate.dialect",
                        "org.hibernate.community.dialect.SQLiteDialect",
                        "hibernate.type.preferred_uuid_jdbc_type",
                        "CHAR");
            case POSTGRESQL -> Map.of();
        };
    }
}
