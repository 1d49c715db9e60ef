package dev.usher.jdbc;

import dev.usher.testkit.OAuthAccountDatabaseContract;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** What every database of accounts at providers must do. */
class OAuthAccountDatabaseContractsTest {

    abstract static class Subject<ID> extends JdbcSubject<ID> implements OAuthAccountDatabaseContract<Knight<ID>, ID> {

        private final JdbcOAuthAccountDatabase<Knight<ID>, ID> oauthAccounts;

        Subject(Engine engine, IdKind<ID> ids) {
            super(engine, ids);
            this.oauthAccounts = new JdbcOAuthAccountDatabase<>(transactions, table);
        }

        @Override
        public JdbcOAuthAccountDatabase<Knight<ID>, ID> oauthAccounts() {
            return oauthAccounts;
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
