package dev.usher.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
        void keepsDecimalNumbersExactly() throws SQLException {
            ColumnType<BigDecimal> money = ColumnType.decimal(20, 2);

            assertThat(stored(money, new BigDecimal("123456789012345678.9")))
                    .isEqualTo(new BigDecimal("123456789012345678.90"));
            assertThat(stored(money, new BigDecimal("-0.010"))).isEqualTo(new BigDecimal("-0.01"));
            assertThat(stored(money, BigDecimal.ZERO)).isEqualTo(new BigDecimal("0.00"));
            assertThat(stored(money, new BigDecimal("1E+3"))).isEqualTo(new BigDecimal("1000.00"));
        }

        @Test
        void refusesDecimalNumbersThatWouldBeRounded() {
            for (String odd : List.of("0.001", "1000000000000000000", "1E+30")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> stored(ColumnType.decimal(20, 2), new BigDecimal(odd)));
            }
            assertThatIllegalArgumentException().isThrownBy(() -> ColumnType.decimal(2, 3));
        }

        @Test
        void keepsDaysInAnyTimeZone() throws SQLException {
            TimeZone before = TimeZone.getDefault();
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            try {
                for (String day : List.of("2011-12-30", "1582-10-10", "0001-01-01", "9999-12-31")) {
                    assertThat(stored(ColumnType.date(), LocalDate.parse(day))).isEqualTo(LocalDate.parse(day));
                }
            } finally {
                TimeZone.setDefault(before);
            }
            assertThatIllegalArgumentException().isThrownBy(() -> stored(ColumnType.date(), LocalDate.of(0, 1, 1)));
            assertThatIllegalArgumentException().isThrownBy(() -> stored(ColumnType.date(), LocalDate.MAX));
        }

        @Test
        void keepsFloatingPointNumbers() throws SQLException {
            for (double number : new double[] {0.1, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 3}) {
                assertThat(stored(ColumnType.floating(), number)).isEqualTo(number);
            }
            assertThatIllegalArgumentException().isThrownBy(() -> stored(ColumnType.floating(), Double.NaN));
        }

        @Test
        void keepsJson() throws SQLException {
            assertThat(stored(ColumnType.json(), "[1, {\"größe\": \"😀\"}]")).isEqualTo("[1, {\"größe\": \"😀\"}]");
            assertThat(stored(ColumnType.json(), "null")).isEqualTo("null");
            assertThat(stored(ColumnType.json().as(Json::new, Json::text), new Json("{\"a\": 1}")))
                    .isEqualTo(new Json("{\"a\": 1}"));
            assertThatIllegalArgumentException().isThrownBy(() -> stored(ColumnType.json(), "\"\0\""));
        }

        @Test
        void keepsNullOfFurtherTypes() throws SQLException {
            assertThat(stored(ColumnType.json().nullable(), null)).isNull();
            assertThat(stored(ColumnType.decimal(4, 2).nullable(), null)).isNull();
            assertThat(stored(ColumnType.date().nullable(), null)).isNull();
            assertThat(stored(ColumnType.floating().nullable(), null)).isNull();
        }

        @Test
        void mapsAnEnum() throws SQLException {
            ColumnType<DayOfWeek> day = ColumnType.enumeration(DayOfWeek.class).nullable();

            assertThat(stored(day, DayOfWeek.FRIDAY)).isEqualTo(DayOfWeek.FRIDAY);
            assertThat(stored(day, null)).isNull();
        }
    }

    private record Json(String text) {}

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
