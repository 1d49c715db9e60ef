package dev.usher.jdbc;

import dev.usher.testkit.AssignedIdContract;
import dev.usher.testkit.UniqueColumnContract;
import dev.usher.testkit.UserDatabaseContract;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** What every user database must do, with ids of choice and an own unique column too. */
class UserDatabaseContractsTest {

    abstract static class Subject<ID> extends JdbcSubject<ID>
            implements UserDatabaseContract<Knight<ID>, ID>,
                    AssignedIdContract<Knight<ID>, ID>,
                    UniqueColumnContract<Knight<ID>, ID> {

        Subject(Engine engine, IdKind<ID> ids) {
            super(engine, ids);
        }

        @Override
        public void assignId(Knight<ID> user, ID id) {
            user.id(id);
        }

        @Override
        public String uniqueColumn(Knight<ID> user) {
            return String.valueOf(user.motto());
        }

        @Override
        public void uniqueColumn(Knight<ID> user, String value) {
            user.motto(value);
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
