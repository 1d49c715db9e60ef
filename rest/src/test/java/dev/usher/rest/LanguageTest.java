package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.Caller;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Camelot;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** People are answered in their language, whatever the server's is. */
class LanguageTest {

    private static final String INVALID = "{\"email\":\"none\",\"password\":\"" + "x".repeat(1025) + "\",\"shield\":\""
            + "y".repeat(21) + "\",\"favoured\":null}";

    private static final List<String> ENGLISH = List.of(
            "value is not a valid email address",
            "size must be between 0 and 1024",
            "A shield has room for 20 characters",
            "Input should be a valid boolean");
    private static final List<String> GERMAN = List.of(
            "Das ist keine gültige E-Mail-Adresse",
            "Größe muss zwischen 0 und 1024 sein",
            "Auf einen Schild passen 20 Zeichen",
            "Die Eingabe muss true oder false sein");

    static Stream<String> english() {
        return Stream.of(
                "",
                "en",
                "en-GB, de;q=0.5",
                "*",
                "tlh",
                "xx-YY",
                "garbage!",
                ";;;",
                "de;q=x",
                "de;q=0, en",
                "fr",
                "fr, tlh;q=0.5");
    }

    static Stream<String> german() {
        return Stream.of("de", "DE", "de-AT", "de-CH, fr;q=0.9", "en;q=0.5, de", "*;q=0.1, de", "fr, de;q=0.5");
    }

    /** What is true on a server of any country. */
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class OnAServer {

        private final Locale before = Locale.getDefault();
        private final RoundTableServer server;

        OnAServer(String country) {
            Locale.setDefault(Locale.forLanguageTag(country));
            ResourceBundle.clearCache();
            server = new RoundTableServer();
        }

        @AfterAll
        void stop() {
            server.close();
            Locale.setDefault(before);
            ResourceBundle.clearCache();
        }

        private Caller merlin(String language) {
            Caller merlin = server.bearer(Camelot.MERLIN);
            return language.isEmpty() ? merlin : merlin.with("Accept-Language", language);
        }

        private String refused(String language) {
            String path = "/users/" + server.find(Camelot.MERLIN).id();
            return merlin(language)
                    .with("Accept", "application/problem+json")
                    .delete(path)
                    .body();
        }

        private String invalid(String language) {
            String path = "/users/" + server.find(Camelot.ARTHUR).id();
            return merlin(language).patch(path, INVALID).body();
        }

        @ParameterizedTest
        @MethodSource("dev.usher.rest.LanguageTest#english")
        void englishIsForWhoeverSaysNothingElse(String language) {
            assertThat(invalid(language)).contains(ENGLISH);
            assertThat(refused(language)).contains("\"detail\":\"Merlin stays.\"");
        }

        @ParameterizedTest
        @MethodSource("dev.usher.rest.LanguageTest#german")
        void germanIsForWhoeverPrefersIt(String language) {
            assertThat(invalid(language)).contains(GERMAN);
            assertThat(refused(language)).contains("\"detail\":\"Merlin bleibt, wie er ist.\"");
        }

        @ParameterizedTest
        @CsvSource({"de, Die Anfrage ist nicht gültig; siehe errors.", "en, The request is not valid; see errors."})
        void problemsSpeakItToo(String language, String detail) {
            assertThat(merlin(language)
                            .with("Accept", "application/problem+json")
                            .patch("/users/me", "{\"email\":null}")
                            .body())
                    .contains("\"detail\":\"" + detail + "\"");
        }
    }

    @Nested
    class InEngland extends OnAServer {
        InEngland() {
            super("en-GB");
        }
    }

    @Nested
    class InGermany extends OnAServer {
        InGermany() {
            super("de-DE");
        }
    }

    @Nested
    class InTurkey extends OnAServer {
        InTurkey() {
            super("tr-TR");
        }
    }
}
