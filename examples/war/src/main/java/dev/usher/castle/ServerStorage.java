package dev.usher.castle;

import dev.usher.jpa.EntityManagers;
import dev.usher.rest.wiring.JtaTransactions;
import dev.usher.spi.Transactions;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import javax.sql.DataSource;

/** What the server gives to this application: its transactions, its entity managers and its data source. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class ServerStorage {

    @PersistenceContext(unitName = "castle")
    private EntityManager entityManager;

    @Resource(lookup = "java:app/jdbc/castle")
    private DataSource dataSource;

    @Produces
    @Singleton
    Transactions transactions(JtaTransactions jta) {
        return jta;
    }

    @Produces
    @ApplicationScoped
    EntityManagers entityManagers(Transactions transactions) {
        return EntityManagers.of(() -> entityManager, transactions);
    }

    @Produces
    @ApplicationScoped
    DataSource dataSource() {
        return dataSource;
    }
}
