package dev.usher.jdbc;

import dev.usher.Email;
import dev.usher.schema.Dialect;
import dev.usher.testkit.TransactionsContract;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** What all transactions must do, with the users that are written in them. */
class TransactionsContractsTest {

    abstract static class Subject<ID> extends JdbcSubject<ID> implements TransactionsContract {

        private final boolean oneWriter;

        Subject(Engine engine, IdKind<ID> ids) {
            super(engine, ids);
            this.oneWriter = engine.url().dialect() == Dialect.SQLITE;
        }

        @Override
        public void write(String key) {
            Knight<ID> knight = Knight.named(key);
            prepare(knight);
            users().insert(knight);
        }

        @Override
        public boolean exists(String key) {
            return users().findByEmail(Email.of(key + "@camelot.bt")).isPresent();
        }

        @Override
        public boolean hasOneWriter() {
            return oneWriter;
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
