package dev.usher.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectTest {

    private final Path folder;

    DialectTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Nested
    class Of {

        @Test
        void recognisesTheEngine() throws SQLException {
            try (Connection sqlite = Sqlite.safe(folder).getConnection();
                    Connection postgres = Postgres.emptySchema().getConnection()) {
                assertThat(Dialect.of(sqlite)).isEqualTo(Dialect.SQLITE);
                assertThat(Dialect.of(postgres)).isEqualTo(Dialect.POSTGRESQL);
            }
        }

        @Test
        void saysWhichEnginesThereAre() throws SQLException {
            try (Connection sqlite = Sqlite.safe(folder).getConnection()) {
                Connection foreign = new Tampering(sqlite, "").connection();

                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Dialect.of(foreign))
                        .withMessage("Usher runs on SQLite and PostgreSQL, not on Camelot DB");
            }
        }
    }

    @Nested
    class RequireSafe {

        private void require(DataSource dataSource) throws SQLException {
            try (Connection connection = dataSource.getConnection()) {
                Dialect.of(connection).requireSafe(connection);
            }
        }

        @Test
        void passesWhatUsherSets() {
            assertThatCode(() -> require(Sqlite.safe(folder))).doesNotThrowAnyException();
        }

        @ParameterizedTest
        @CsvSource({
            "foreign_keys, false,  set foreign_keys=true",
            "journal_mode, DELETE, set journal_mode=WAL",
            "journal_mode, MEMORY, set journal_mode=WAL",
            "busy_timeout, 0,      set busy_timeout=5000"
        })
        void saysWhichSettingToChange(String property, String value, String advice) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> require(Sqlite.with(folder, Map.of(property, value))))
                    .withMessageContaining(advice);
        }

        @Test
        void passesADatabaseInMemory() {
            DataSource memory = Sqlite.at("jdbc:sqlite::memory:", Dialect.SQLITE.connectionProperties());

            assertThatCode(() -> require(memory)).doesNotThrowAnyException();
        }

        @Test
        void hasNothingToCheckOnPostgres() {
            assertThatCode(() -> require(Postgres.emptySchema())).doesNotThrowAnyException();
        }
    }
}
