package dev.usher.jdbc;

import dev.usher.schema.Dialect;
import dev.usher.testkit.AccessTokenDatabaseContract;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** What every database of opaque tokens must do. */
class AccessTokenDatabaseContractsTest {

    abstract static class Subject<ID> extends JdbcSubject<ID> implements AccessTokenDatabaseContract<Knight<ID>, ID> {

        private final JdbcAccessTokenDatabase<Knight<ID>, ID> accessTokens;

        Subject(Engine engine, IdKind<ID> ids) {
            super(engine, ids);
            this.accessTokens = new JdbcAccessTokenDatabase<>(transactions, table);
        }

        @Override
        public JdbcAccessTokenDatabase<Knight<ID>, ID> accessTokens() {
            return accessTokens;
        }

        @Override
        public boolean hasOneWriter() {
            return transactions.dialect() == Dialect.SQLITE;
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
