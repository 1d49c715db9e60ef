package dev.usher.jdbc;

import dev.usher.testkit.UserListingContract;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** What every listing of users must do. */
class UserListingContractsTest {

    abstract static class Subject<ID> extends JdbcSubject<ID> implements UserListingContract<Knight<ID>, ID> {

        private final JdbcUserListing<Knight<ID>, ID> listing;

        Subject(Engine engine, IdKind<ID> ids) {
            super(engine, ids);
            this.listing = new JdbcUserListing<>(transactions, table);
        }

        @Override
        public JdbcUserListing<Knight<ID>, ID> listing() {
            return listing;
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
