package dev.usher.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.UserDatabase;
import dev.usher.schema.BaseColumn;
import dev.usher.testkit.UserDatabaseSubject;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The adapters on an empty database, in tables and columns whose names need their quotes, for the contracts. */
abstract class JdbcSubject<ID> implements UserDatabaseSubject<Knight<ID>, ID> {

    final IdKind<ID> ids;
    final UserTable<Knight<ID>, ID> table;
    final HikariDataSource pool;
    final JdbcTransactions transactions;
    private final UserDatabase<Knight<ID>, ID> users;

    JdbcSubject(Engine engine, IdKind<ID> ids) {
        this.ids = ids;
        this.table = Knight.table("my \"users\"; --", ids.type())
                .rename(BaseColumn.ID, "number ?")
                .rename(BaseColumn.EMAIL, "e \"mail\" %s")
                .rename(BaseColumn.IS_ACTIVE, "select")
                .revokedTokenTable("spent \"tokens\"");
        this.pool = engine.pool(4);
        this.transactions = new JdbcTransactions(pool);
        this.users = new JdbcUserDatabase<>(transactions, table);
    }

    @BeforeEach
    void createTables() {
        table.createTables(pool);
        execute("CREATE UNIQUE INDEX one_motto_each ON \"my \"\"users\"\"; --\" (motto)");
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    void execute(String sql) {
        transactions.withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    @Override
    public UserDatabase<Knight<ID>, ID> users() {
        return users;
    }

    @Override
    public JdbcTransactions transactions() {
        return transactions;
    }

    @Override
    public ID unknownId() {
        return ids.unknown().get();
    }

    @Override
    public void prepare(Knight<ID> user) {
        if (ids.isAssigned()) {
            user.id(unknownId());
        }
    }
}
