package dev.usher.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The languages that may be looked for: those of ISO 639 and, with or without a country, those that Java itself knows.
 *
 * <p>Java keeps every bundle it was ever asked for, found or not, so that what a client makes up must not be asked for.
 * Scripts and variants are not told apart: {@code zh-Hant-TW} is {@code zh-TW}.
 */
final class Languages {

    /** How many of a client's languages count. */
    static final int MOST = 10;

    private static final Map<String, Locale> KNOWN = Stream.concat(
                    Arrays.stream(Locale.getISOLanguages()).map(Languages::language),
                    Arrays.stream(Locale.getAvailableLocales())
                            .flatMap(each -> Stream.of(language(each.getLanguage()), withoutScript(each))))
            .filter(each -> !each.getLanguage().isEmpty())
            .collect(Collectors.toUnmodifiableMap(Languages::key, each -> each, (first, same) -> first));

    private Languages() {}

    /**
     * The known ones among those that a client wants, in her order; a country that is not known is left out.
     *
     * @param wanted of any number and content; the first {@value #MOST} count
     */
    static Stream<Locale> among(List<Locale> wanted) {
        return wanted.stream().limit(MOST).map(Languages::known).filter(Objects::nonNull);
    }

    private static @Nullable Locale known(Locale wanted) {
        Locale exactly = KNOWN.get(key(wanted));
        return exactly == null ? KNOWN.get(wanted.getLanguage() + "_") : exactly;
    }

    private static String key(Locale locale) {
        return locale.getLanguage() + "_" + locale.getCountry();
    }

    private static Locale language(String code) {
        return new Locale(code);
    }

    private static Locale withoutScript(Locale locale) {
        return new Locale(locale.getLanguage(), locale.getCountry());
    }
}
