package dev.usher.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.TimeZone;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnTypeTest {

    /** What holds on every engine. */
    abstract static class Storing {

        abstract DataSource dataSource();

        private <T> @Nullable T stored(ColumnType<T> type, @Nullable T value) throws SQLException {
            try (Connection connection = dataSource().getConnection()) {
                Dialect dialect = Dialect.of(connection);
                Dialect.execute(connection, "DROP TABLE IF EXISTS one");
                Dialect.execute(connection, "CREATE TABLE one (it " + type.declaredOn(dialect) + ")");
                try (PreparedStatement insert = connection.prepareStatement("INSERT INTO one VALUES (?)")) {
                    type.write(insert, 1, value);
                    insert.executeUpdate();
                }
                try (PreparedStatement select = connection.prepareStatement("SELECT it FROM one");
                        ResultSet row = select.executeQuery()) {
                    row.next();
                    return type.read(row, 1);
                }
            }
        }

        @Test
        void keepsText() throws SQLException {
            assertThat(stored(ColumnType.text(10), "Größe 😀")).isEqualTo("Größe 😀");
            assertThat(stored(ColumnType.text(), "x".repeat(10_000))).hasSize(10_000);
        }

        @Test
        void refusesTextThatNoEngineKeeps() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> stored(ColumnType.text(), "excali\0bur"))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("excali"));
            assertThatIllegalArgumentException().isThrownBy(() -> stored(ColumnType.text(10), "\uD83D"));
        }

        @Test
        void keepsNumbersAndTruths() throws SQLException {
            assertThat(stored(ColumnType.bool(), true)).isTrue();
            assertThat(stored(ColumnType.bool(), false)).isFalse();
            assertThat(stored(ColumnType.integer(), Integer.MIN_VALUE)).isEqualTo(Integer.MIN_VALUE);
            assertThat(stored(ColumnType.bigint(), Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        }

        @Test
        void keepsInstantsToTheMillisecondInAnyTimeZone() throws SQLException {
            TimeZone before = TimeZone.getDefault();
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
            try {
                Instant inTheHourThatComesTwice = Instant.parse("2026-10-25T01:30:00.123456Z");
                assertThat(stored(ColumnType.instant(), inTheHourThatComesTwice))
                        .isEqualTo(Instant.parse("2026-10-25T01:30:00.123Z"));
                assertThat(stored(ColumnType.instant(), Instant.parse("1066-10-14T09:00:00.001Z")))
                        .isEqualTo(Instant.parse("1066-10-14T09:00:00.001Z"));
                assertThat(stored(ColumnType.instant(), Instant.EPOCH)).isEqualTo(Instant.EPOCH);
            } finally {
                TimeZone.setDefault(before);
            }
        }

        @Test
        void keepsUuids() throws SQLException {
            UUID id = UUID.fromString("0e8400e2-9b41-4d4a-a716-446655440000");
            assertThat(stored(ColumnType.uuid(), id)).isEqualTo(id);
        }

        @Test
        void keepsNullOfEveryType() throws SQLException {
            assertThat(stored(ColumnType.text(5).nullable(), null)).isNull();
            assertThat(stored(ColumnType.bool().nullable(), null)).isNull();
            assertThat(stored(ColumnType.integer().nullable(), null)).isNull();
            assertThat(stored(ColumnType.bigint().nullable(), null)).isNull();
            assertThat(stored(ColumnType.instant().nullable(), null)).isNull();
            assertThat(stored(ColumnType.uuid().nullable(), null)).isNull();
        }

        @Test
        void mapsAnEnum() throws SQLException {
            ColumnType<DayOfWeek> day = ColumnType.text(10).nullable().as(DayOfWeek::valueOf, DayOfWeek::name);

            assertThat(stored(day, DayOfWeek.FRIDAY)).isEqualTo(DayOfWeek.FRIDAY);
            assertThat(stored(day, null)).isNull();
        }
    }

    @Nested
    class OnSqlite extends Storing {

        private final Path folder;

        OnSqlite(@TempDir Path folder) {
            this.folder = folder;
        }

        @Override
        DataSource dataSource() {
            return Sqlite.safe(folder);
        }
    }

    @Nested
    class OnPostgres extends Storing {

        private final DataSource schema = Postgres.emptySchema();

        @Override
        DataSource dataSource() {
            return schema;
        }
    }
}
