package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client wants to read costs little and leaves nothing behind, whatever she makes up. */
class LanguagesTest {

    private static List<Locale> tags(String... tags) {
        return List.of(tags).stream().map(Locale::forLanguageTag).toList();
    }

    /** 11,881,376 languages that nobody speaks. */
    private static Locale madeUp(int number) {
        StringBuilder name = new StringBuilder();
        for (int rest = number; name.length() < 5; rest /= 26) {
            name.append((char) ('a' + rest % 26));
        }
        return new Locale(name.toString(), "DE");
    }

    @Nested
    class Known {

        @ParameterizedTest
        @CsvSource({
            "de, de",
            "de-AT, de-AT",
            "de-QX, de",
            "pt-BR, pt-BR",
            "zh-Hant-TW, zh-TW",
            "de-DE-1996, de-DE",
            "gsw-CH, gsw-CH",
            "de-u-nu-arab, de",
        })
        void areGivenByOurOwnNames(String wanted, String known) {
            assertThat(Languages.among(tags(wanted))).containsExactly(Locale.forLanguageTag(known));
        }

        @ParameterizedTest
        @ValueSource(strings = {"tlh", "qqq", "x-private", "und", "und-DE", "i-default-de"})
        void areNotWhatNobodySpeaks(String wanted) {
            assertThat(Languages.among(tags(wanted))).isEmpty();
        }

        @Test
        void comeInTheOrderOfTheClient() {
            assertThat(Languages.among(tags("fr", "tlh", "de", "en")))
                    .containsExactlyElementsOf(tags("fr", "de", "en"));
        }

        @Test
        void areLookedForAmongTheFirstFewOnly() {
            assertThat(Languages.among(Collections.nCopies(10_000, Locale.GERMAN)))
                    .hasSize(Languages.MOST);
        }
    }

    /** What of the application's bundles is looked for. */
    @Nested
    class LookUps {

        private final Set<String> asked = new TreeSet<>();
        private final Thread thread = Thread.currentThread();
        private final ClassLoader before = thread.getContextClassLoader();

        @BeforeEach
        void listen() {
            thread.setContextClassLoader(new ClassLoader(before) {
                @Override
                public URL getResource(String name) {
                    asked.add(name);
                    return super.getResource(name);
                }

                @Override
                public InputStream getResourceAsStream(String name) {
                    asked.add(name);
                    return super.getResourceAsStream(name);
                }
            });
        }

        @AfterEach
        void stopListening() {
            thread.setContextClassLoader(before);
        }

        @Test
        void areMadeForALanguageThatExists() {
            assertThat(Messages.locale(tags("fr-CA", "de-AT"))).isEqualTo(Locale.forLanguageTag("de-AT"));
            // German is Usher's own, so that the application need not have it
            assertThat(asked).contains("ValidationMessages_fr_CA.properties", "ValidationMessages_fr.properties");
        }

        @Test
        void areNotMadeForLanguagesThatAreMadeUp() {
            for (int number = 0; number < 4000; number++) {
                assertThat(Messages.locale(List.of(madeUp(number)))).isEqualTo(Locale.ENGLISH);
            }
            assertThat(asked).isEmpty();
        }

        @Test
        void areFewHoweverLongTheHeader() {
            List<Locale> unspoken = Stream.of(Locale.getAvailableLocales())
                    .filter(each -> !Set.of("", "en", "de").contains(each.getLanguage()))
                    .toList();
            List<Locale> header = new ArrayList<>();
            while (header.size() < 10_000) {
                header.addAll(unspoken);
            }
            Messages.locale(header);
            // each language with its country, itself, and the file without a name
            assertThat(asked).hasSizeLessThanOrEqualTo(2 * Languages.MOST + 1);
        }

        @Test
        void areTheSameFewForMadeUpCountriesScriptsAndVariants() {
            for (int number = 0; number < 1000; number++) {
                String tag = "fr-Qa" + letters(number) + "-QM-" + "v%04d".formatted(number);
                assertThat(Messages.locale(tags(tag))).isEqualTo(Locale.ENGLISH);
            }
            assertThat(asked).containsOnly("ValidationMessages_fr.properties", "ValidationMessages.properties");
        }

        private static String letters(int number) {
            return "" + (char) ('a' + number % 26) + (char) ('a' + number / 26 % 26);
        }
    }
}
