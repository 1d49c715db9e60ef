package dev.usher.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.usher.schema.IdType;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcUserDatabaseTest {

    abstract static class WithUuid extends UserDatabaseOnEngine<UUID> {

        WithUuid(Engine engine) {
            super(engine, IdType.UUID);
        }

        @Override
        Knight<UUID> knight(String name) {
            return Knight.named(name);
        }

        @Override
        UUID strangeId() {
            return UUID.fromString("00000000-0000-0000-0000-00000000002a");
        }
    }

    abstract static class WithLong extends UserDatabaseOnEngine<Long> {

        WithLong(Engine engine) {
            super(engine, IdType.LONG);
        }

        @Override
        Knight<Long> knight(String name) {
            return Knight.named(name);
        }

        @Override
        Long strangeId() {
            return 4_711L;
        }

        @Test
        void numbersUsersFromOne() {
            assertThat(stored("arthur").id()).isEqualTo(1);
            assertThat(users.parseId("1")).contains(1L);
        }

        @Test
        void storesForOthersToSeeOnceInsertReturns() {
            Long id = stored("arthur").id();

            JdbcUserDatabase<Knight<Long>, Long> others = new JdbcUserDatabase<>(new JdbcTransactions(pool), table);

            assertThat(others.findById(id)).isPresent();
        }
    }

    abstract static class WithString extends UserDatabaseOnEngine<String> {

        private final AtomicInteger count = new AtomicInteger();

        WithString(Engine engine) {
            super(engine, IdType.STRING);
        }

        @Override
        Knight<String> knight(String name) {
            Knight<String> knight = Knight.named(name);
            knight.id(name + "/" + count.incrementAndGet());
            return knight;
        }

        @Override
        String strangeId() {
            return "Лена 😀";
        }

        @Test
        void refusesAnInsertWithoutId() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> users.insert(Knight.named("arthur")))
                    .withMessageContaining("before the insert");
        }

        @Test
        void refusesAnIdThatCouldNotBeLookedFor() {
            Knight<String> arthur = knight("arthur");
            arthur.id("arthur\0");

            assertThatIllegalArgumentException().isThrownBy(() -> users.insert(arthur));
            assertThat(users.findById("arthur\0")).isEmpty();
            assertThat(users.findById("\uD800")).isEmpty();
            assertThat(users.delete("arthur\0")).isFalse();
        }
    }

    @Nested
    class UuidOnSqlite extends WithUuid {
        UuidOnSqlite(@TempDir Path folder) {
            super(Engine.sqlite(folder));
        }
    }

    @Nested
    class UuidOnPostgres extends WithUuid {
        UuidOnPostgres() {
            super(Engine.postgres());
        }
    }

    @Nested
    class LongOnSqlite extends WithLong {
        LongOnSqlite(@TempDir Path folder) {
            super(Engine.sqlite(folder));
        }
    }

    @Nested
    class LongOnPostgres extends WithLong {
        LongOnPostgres() {
            super(Engine.postgres());
        }
    }

    @Nested
    class StringOnSqlite extends WithString {
        StringOnSqlite(@TempDir Path folder) {
            super(Engine.sqlite(folder));
        }
    }

    @Nested
    class StringOnPostgres extends WithString {
        StringOnPostgres() {
            super(Engine.postgres());
        }
    }
}
