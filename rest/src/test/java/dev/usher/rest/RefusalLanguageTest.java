package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.Caller;
import dev.usher.roundtable.Knights;
import dev.usher.roundtable.RoundTableServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a password or a body is refused, in the client's language. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalLanguageTest {

    private static final String PROBLEM = "application/problem+json";

    private final RoundTableServer server = new RoundTableServer();

    @AfterAll
    void stop() {
        server.close();
    }

    private Caller speaking(String language) {
        return server.nobody().with("Accept-Language", language);
    }

    @Nested
    class OfAPassword {

        private String register(Caller caller, String password) {
            String json = "{\"email\":\"galahad@camelot.bt\",\"password\":\"" + password + "\"}";
            return caller.post("/auth/register", json).body();
        }

        private String refused(String reason) {
            return "{\"detail\":{\"code\":\"REGISTER_INVALID_PASSWORD\",\"reason\":\"" + reason + "\"}}";
        }

        @ParameterizedTest
        @CsvSource({
            "en, Password should be at least 8 characters",
            "fr, Password should be at least 8 characters",
            "de-AT, Das Passwort muss mindestens 8 Zeichen haben"
        })
        void thatIsTooShort(String language, String reason) {
            assertThat(register(speaking(language), "short")).isEqualTo(refused(reason));
            assertThat(register(speaking(language).with("Accept", PROBLEM), "short"))
                    .contains("\"detail\":\"" + reason + "\"");
        }

        @ParameterizedTest
        @CsvSource({"en, Password should be at most 72 bytes", "de, Das Passwort darf höchstens 72 Bytes haben"})
        void thatIsTooLong(String language, String reason) {
            assertThat(register(speaking(language), "x".repeat(73))).isEqualTo(refused(reason));
        }

        @ParameterizedTest
        @ValueSource(strings = {"en", "de"})
        void inTheApplicationsWordsAsTheyAre(String language) {
            assertThat(register(speaking(language), Knights.NO_PASSWORD)).isEqualTo(refused(Knights.WORDS_OF_ITS_OWN));
        }
    }

    @Nested
    class OfABody {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "en | {                | Not well-formed",
                    "en | {} x             | Not well-formed",
                    "en | {'a':1,'a':2}    | Duplicate key",
                    "en | {'a':1e401}      | Number out of range",
                    "en | ['\\u0000']      | U+0000 is not allowed",
                    "en | ['\\ud800']      | Unpaired surrogate",
                    "de | {                | Kein gültiges JSON",
                    "de | {'a':1,'a':2}    | Ein Schlüssel kommt doppelt vor",
                    "de | {'a':1e401}      | Die Zahl ist zu groß oder zu klein",
                    "de | ['\\u0000']      | U+0000 ist nicht erlaubt",
                    "de | ['\\ud800']      | Ein halbes Surrogatpaar",
                })
        void thatIsNoJsonOrHasNotOneMeaning(String language, String body, String why) {
            isRefused(language, body.replace('\'', '"'), why);
        }

        @ParameterizedTest
        @CsvSource({"en, More than 32 levels", "de, Mehr als 32 Ebenen"})
        void thatIsTooDeep(String language, String why) {
            isRefused(language, "[".repeat(33) + "]".repeat(33), why);
        }

        private void isRefused(String language, String body, String why) {
            String error = language.equals("de") ? "JSON-Fehler: " : "JSON decode error: ";
            assertThat(speaking(language).post("/auth/register", body).body())
                    .isEqualTo("{\"detail\":[{\"type\":\"json_invalid\",\"loc\":[\"body\"],\"msg\":\"" + error + why
                            + "\"}]}");
        }
    }
}
