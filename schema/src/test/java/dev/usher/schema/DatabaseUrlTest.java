package dev.usher.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Nested
    class ParseSqlite {

        @ParameterizedTest
        @CsvSource({
            "jdbc:sqlite:users.db,                     jdbc:sqlite:users.db",
            "jdbc:sqlite:/var/lib/users.db,            jdbc:sqlite:/var/lib/users.db",
            "jdbc:sqlite:users.db?cache_size=100,      jdbc:sqlite:users.db?cache_size=100",
            "sqlite:///relative.db,                    jdbc:sqlite:relative.db",
            "sqlite:///./data/relative.db,             jdbc:sqlite:./data/relative.db",
            "sqlite:////absolute.db,                   jdbc:sqlite:/absolute.db",
            "sqlite+aiosqlite:///relative.db,          jdbc:sqlite:relative.db",
            "sqlite+aiosqlite:////var/lib/users.db,    jdbc:sqlite:/var/lib/users.db",
            "sqlite:///C:\\data\\users.db,             jdbc:sqlite:C:\\data\\users.db",
        })
        void findsTheFile(String text, String jdbcUrl) {
            DatabaseUrl url = DatabaseUrl.parse(text);

            assertThat(url.jdbcUrl()).isEqualTo(jdbcUrl);
            assertThat(url.dialect()).isEqualTo(Dialect.SQLITE);
            assertThat(url.user()).isEmpty();
            assertThat(url.password()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "jdbc:sqlite:",
                    "jdbc:sqlite::memory:",
                    "jdbc:sqlite:file::memory:?cache=shared",
                    "jdbc:sqlite:file:users?mode=memory",
                    "sqlite://",
                    "sqlite:///",
                    "sqlite:///:memory:",
                    "sqlite+aiosqlite:///:memory:"
                })
        void refusesADatabaseInMemory(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DatabaseUrl.parse(text))
                    .withMessageContaining("in memory");
        }

        @ParameterizedTest
        @ValueSource(strings = {"sqlite:users.db", "sqlite:/users.db", "sqlite://users.db"})
        void explainsTheSlashes(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DatabaseUrl.parse(text))
                    .withMessageContaining("sqlite:////var/lib/users.db");
        }

        @Test
        void asksForTheSafeProperties() {
            assertThat(DatabaseUrl.parse("sqlite:///users.db").properties())
                    .containsEntry("foreign_keys", "true")
                    .containsEntry("journal_mode", "WAL")
                    .containsEntry("busy_timeout", "5000")
                    .containsEntry("synchronous", "FULL");
        }
    }

    @Nested
    class ParsePostgres {

        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {
                    "jdbc:postgresql://host/db,                              jdbc:postgresql://host/db,            -, -",
                    "jdbc:postgresql:///db,                                  jdbc:postgresql:///db,                -, -",
                    "jdbc:postgresql://host/db?user=art&password=ex%26cal,   jdbc:postgresql://host/db,            art, ex&cal",
                    "jdbc:postgresql://h/db?user=a&ssl=true&password=p,      jdbc:postgresql://h/db?ssl=true,      a, p",
                    "postgresql://art:excalibur@host:5432/db?sslmode=require, jdbc:postgresql://host:5432/db?sslmode=require, art, excalibur",
                    "postgres://art:excalibur@host/db,                       jdbc:postgresql://host/db,            art, excalibur",
                    "postgresql+asyncpg://art:excalibur@host/db,             jdbc:postgresql://host/db,            art, excalibur",
                    "postgresql+asyncpg://art@host/db?ssl=require,           jdbc:postgresql://host/db?sslmode=require, art, -",
                    "postgresql+psycopg2://art:@host/db,                     jdbc:postgresql://host/db,            art, -",
                    "postgresql://a%40b:p%3A%2F%3f%25+w@host/db,             jdbc:postgresql://host/db,            a@b, p:/?%+w",
                    "postgresql://art:100%C3%BC@[::1]:5432/db,               jdbc:postgresql://[::1]:5432/db,      art, 100ü",
                    "postgresql://art@h1:5432;h2/db,                         -, -, -",
                    "postgresql://host,                                      jdbc:postgresql://host,               -, -",
                })
        void takesUserAndPasswordOutOfTheUrl(String text, String jdbcUrl, String user, String password) {
            if (jdbcUrl == null) {
                assertThatIllegalArgumentException().isThrownBy(() -> DatabaseUrl.parse(text));
                return;
            }
            DatabaseUrl url = DatabaseUrl.parse(text);

            assertThat(url.jdbcUrl()).isEqualTo(jdbcUrl);
            assertThat(url.dialect()).isEqualTo(Dialect.POSTGRESQL);
            assertThat(url.user().orElse(null)).isEqualTo(user);
            assertThat(url.password().orElse(null)).isEqualTo(password);
        }

        @Test
        void takesSeveralHosts() {
            assertThat(DatabaseUrl.parse("postgresql://art:p@h1:5432,h2:5433/db?targetServerType=primary")
                            .jdbcUrl())
                    .isEqualTo("jdbc:postgresql://h1:5432,h2:5433/db?targetServerType=primary");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "postgresql://art:exc/alibur@host/db",
                    "postgresql://art:exc?alibur@host/db",
                    "postgresql://art:exc@libur@host/db",
                    "postgresql://art:excalibur%zz@host/db",
                    "postgresql:art:excalibur@host/db"
                })
        void refusesWhatIsNotEncodedWithoutRepeatingIt(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DatabaseUrl.parse(text))
                    .withMessageContaining("percent-encoded")
                    .withNoCause()
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("alibur", "zz"));
        }

        @Test
        void asksForErrorsWithoutRowContents() {
            assertThat(DatabaseUrl.parse("postgres://host/db").properties())
                    .containsEntry("logServerErrorDetail", "false");
        }
    }

    @Nested
    class ParseOther {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "users.db",
                    "jdbc:",
                    "jdbc:mysql://art:excalibur@host/db",
                    "mysql://art:excalibur@host/db",
                    "jdbc:postgres://art:excalibur@host/db"
                })
        void listsWhatIsAcceptedWithoutRepeatingTheUrl(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DatabaseUrl.parse(text))
                    .withMessageContainingAll("jdbc:sqlite:", "sqlite:///", "jdbc:postgresql://", "postgresql://")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("excalibur", "mysql"));
        }
    }

    @Nested
    class ToString {

        @Test
        void hidesThePasswordAndTheSettings() {
            assertThat(DatabaseUrl.parse("postgres://art:excalibur@host/db?sslpassword=caliburn"))
                    .hasToString("DatabaseUrl[jdbc:postgresql://host/db?…, user=art, password=redacted]");
        }
    }
}
