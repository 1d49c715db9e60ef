package dev.usher.castle.local;

import dev.usher.jpa.HibernateSettings;
import dev.usher.jpa.JpaTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Stands in for {@link dev.usher.castle.ServerStorage}: the same persistence unit with resource-local transactions. */
@ApplicationScoped
public class LocalStorage {

    /** Names the system property that says where the database is. */
    public static final String URL = "castle.database.url";

    @Produces
    @ApplicationScoped
    DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(System.getProperty(URL));
        return dataSource;
    }

    @Produces
    @Singleton
    EntityManagerFactory factory(DataSource dataSource) {
        Map<String, Object> settings = new HashMap<>(HibernateSettings.on(dataSource));
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        return Persistence.createEntityManagerFactory("castle", settings);
    }

    void close(@Disposes EntityManagerFactory factory) {
        factory.close();
    }

    /** Is both {@code Transactions} and {@code EntityManagers}. */
    @Produces
    @Singleton
    JpaTransactions transactions(EntityManagerFactory factory) {
        return new JpaTransactions(factory);
    }
}
