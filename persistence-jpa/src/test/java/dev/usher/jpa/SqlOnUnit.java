package dev.usher.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.usher.jpa.OnUnit.Kind;
import dev.usher.schema.DatabaseUrl;
import dev.usher.schema.Schema;
import dev.usher.testkit.FaultyDataSource;
import dev.usher.testkit.SqlAdapters;
import dev.usher.testkit.SqlSubject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;

/** Every adapter on a persistence unit of its own, in an empty database, under watch. */
abstract class SqlOnUnit<U extends BaseUserEntity<ID>, ID> implements SqlSubject<U, ID> {

    private final HikariDataSource pool;
    private final HikariDataSource observer;
    private final FaultyDataSource watched;
    private final EntityManagerFactory factory;
    private final SqlAdapters<U, ID> adapters;

    SqlOnUnit(Engine engine, Kind<U, ID> kind) {
        DatabaseUrl url = engine.newDatabase();
        pool = Engine.pool(url, 2, SqlOnUnit::hurry);
        observer = Engine.pool(url, 1, SqlOnUnit::hurry);
        Schema.create(observer, Unit.schema(kind.idType()));
        watched = new FaultyDataSource(pool);
        factory = Persistence.createEntityManagerFactory(
                Unit.name(kind.idType()), HibernateSettings.on(watched.dataSource()));
        adapters = Unit.adapters(new JpaTransactions(factory), kind);
    }

    /** No power is cut here. What one driver knows, the other ignores. */
    private static void hurry(HikariConfig config) {
        config.setConnectionTimeout(1000);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("synchronous", "OFF");
    }

    @AfterAll
    void close() {
        factory.close();
        pool.close();
        observer.close();
    }

    @Override
    public FaultyDataSource dataSource() {
        return watched;
    }

    @Override
    public SqlAdapters<U, ID> adapters() {
        return adapters;
    }

    @Override
    public DataSource observer() {
        return observer;
    }
}
