package dev.usher.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.schema.BaseColumn;
import dev.usher.schema.Difference;
import dev.usher.schema.Schema;
import dev.usher.schema.UserSchema.TokenTable;
import dev.usher.testkit.SchemaContract;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** What creating, migrating and validating must do with tables and columns whose names need their quotes. */
class SchemaContractsTest {

    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(Level.SEVERE);
    }

    abstract static class Subject<ID> implements SchemaContract {

        private final UserTable<Knight<ID>, ID> table;
        private final HikariDataSource pool;

        Subject(Engine engine, IdKind<ID> ids) {
            this.table = Knight.table("my \"users\"; --", ids.type())
                    .rename(BaseColumn.ID, "number ?")
                    .rename(BaseColumn.EMAIL, "e \"mail\" %s")
                    .rename(BaseColumn.IS_ACTIVE, "select")
                    .rename(TokenTable.OAUTH_ACCOUNT, "o'auth")
                    .revokedTokenTable("spent \"tokens\"");
            this.pool = engine.pool(4);
        }

        @AfterEach
        void closePool() {
            pool.close();
        }

        @Override
        public HikariDataSource dataSource() {
            return pool;
        }

        @Override
        public void create() {
            table.createTables(pool);
        }

        /** With an application's migration that adds the own columns where they are missing. */
        @Override
        public int migrate() {
            int ran = Schema.migrate(pool, table.schema());
            Schema.validate(pool, table.schema()).stream()
                    .filter(this::isAboutAnOwnColumn)
                    .forEach(this::mend);
            return ran;
        }

        private boolean isAboutAnOwnColumn(Difference difference) {
            return table.own().stream().map(UserColumn::name).anyMatch(difference.columns()::contains);
        }

        private void mend(Difference difference) {
            JdbcTransactions transactions = new JdbcTransactions(pool);
            difference.repair().statements().forEach(each -> transactions.run(each, statement -> statement.execute()));
        }

        @Override
        public List<String> differences() {
            return Schema.validate(pool, table.schema()).stream()
                    .map(Difference::description)
                    .toList();
        }
    }

    @Nested
    class UuidOnSqlite extends Subject<UUID> {
        UuidOnSqlite(@TempDir Path folder) {
            super(Engine.sqlite(folder), IdKind.UUIDS);
        }
    }

    @Nested
    class UuidOnPostgres extends Subject<UUID> {
        UuidOnPostgres() {
            super(Engine.postgres(), IdKind.UUIDS);
        }
    }

    @Nested
    class LongOnSqlite extends Subject<Long> {
        LongOnSqlite(@TempDir Path folder) {
            super(Engine.sqlite(folder), IdKind.LONGS);
        }
    }

    @Nested
    class LongOnPostgres extends Subject<Long> {
        LongOnPostgres() {
            super(Engine.postgres(), IdKind.LONGS);
        }
    }

    @Nested
    class StringOnSqlite extends Subject<String> {
        StringOnSqlite(@TempDir Path folder) {
            super(Engine.sqlite(folder), IdKind.STRINGS);
        }
    }

    @Nested
    class StringOnPostgres extends Subject<String> {
        StringOnPostgres() {
            super(Engine.postgres(), IdKind.STRINGS);
        }
    }
}
