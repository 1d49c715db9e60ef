package dev.usher.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.usher.testkit.FaultyDataSource;
import dev.usher.testkit.SqlAdapters;
import dev.usher.testkit.SqlSubject;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;

/** Every adapter on an empty database, under watch. */
abstract class SqlOnEngine<ID> implements SqlSubject<Knight<ID>, ID> {

    private final HikariDataSource pool;
    private final HikariDataSource observer;
    private final FaultyDataSource watched;
    private final SqlAdapters<Knight<ID>, ID> adapters;

    SqlOnEngine(Engine engine, IdKind<ID> ids) {
        UserTable<Knight<ID>, ID> table = Knight.table("users", ids.type());
        pool = engine.pool(2, SqlOnEngine::hurry);
        observer = engine.pool(1, SqlOnEngine::hurry);
        table.createTables(observer);
        watched = new FaultyDataSource(pool);
        adapters = adapters(new JdbcTransactions(watched.dataSource()), table);
    }

    /** No power is cut here. What one driver knows, the other ignores. */
    private static void hurry(HikariConfig config) {
        config.setConnectionTimeout(1000);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("synchronous", "OFF");
    }

    private static <ID> SqlAdapters<Knight<ID>, ID> adapters(
            JdbcTransactions transactions, UserTable<Knight<ID>, ID> table) {
        return new SqlAdapters<>(
                transactions,
                new JdbcUserDatabase<>(transactions, table),
                new JdbcRevokedTokenDatabase<>(transactions, table),
                new JdbcOAuthAccountDatabase<>(transactions, table),
                new JdbcAccessTokenDatabase<>(transactions, table),
                new JdbcUserListing<>(transactions, table),
                new JdbcBulkInsert<>(transactions, table));
    }

    @AfterAll
    void closePools() {
        pool.close();
        observer.close();
    }

    @Override
    public FaultyDataSource dataSource() {
        return watched;
    }

    @Override
    public SqlAdapters<Knight<ID>, ID> adapters() {
        return adapters;
    }

    @Override
    public DataSource observer() {
        return observer;
    }
}
