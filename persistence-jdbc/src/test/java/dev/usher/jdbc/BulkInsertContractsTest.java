package dev.usher.jdbc;

import dev.usher.schema.Dialect;
import dev.usher.testkit.BulkInsertContract;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** What every bulk insert must do; the database refuses a seat beyond those of the table. */
class BulkInsertContractsTest {

    abstract static class Subject<ID> extends JdbcSubject<ID> implements BulkInsertContract<Knight<ID>, ID> {

        private static final String SEATS = "seat <= 150";

        private final Dialect dialect;
        private final JdbcBulkInsert<Knight<ID>, ID> bulkInsert;

        Subject(Engine engine, IdKind<ID> ids) {
            super(engine, ids);
            this.dialect = engine.url().dialect();
            this.bulkInsert = new JdbcBulkInsert<>(transactions, table);
        }

        @BeforeEach
        void limitSeats() {
            execute(
                    switch (dialect) {
                        case SQLITE -> """
                    CREATE TRIGGER seats BEFORE INSERT ON "my ""users""; --" WHEN NOT (NEW.%s)
                    BEGIN SELECT RAISE(ABORT, 'no such seat'); END""".formatted(SEATS);
                        case POSTGRESQL -> "ALTER TABLE \"my \"\"users\"\"; --\" ADD CHECK (%s)".formatted(SEATS);
                    });
        }

        @Override
        public JdbcBulkInsert<Knight<ID>, ID> bulkInsert() {
            return bulkInsert;
        }

        @Override
        public void spoil(Knight<ID> user) {
            user.seat(151);
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
