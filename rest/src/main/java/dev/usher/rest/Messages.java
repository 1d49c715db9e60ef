package dev.usher.rest;

import dev.usher.Reason;
import jakarta.validation.MessageInterpolator;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Supplier;

/**
 * Sentences for people in their language: English, German, and those for which the application has
 * {@code ValidationMessages}, where the same keys as here replace Usher's sentences. The language of the server is nobody's. Of a client's languages
 * the first few that exist count.
 */
public final class Messages {

    private static final String OWN = "dev.usher.rest.Messages";
    private static final String OF_THE_APPLICATION = "ValidationMessages";
    private static final String PREFIX = "{dev.usher.";
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Messages() {}

    /** Of the languages that are spoken here the one a client prefers; English if it names none that can be read. */
    static Locale locale(ContainerRequestContext request) {
        try {
            return locale(request.getAcceptableLanguages());
        } catch (RuntimeException e) {
            return Locale.ENGLISH;
        }
    }

    /** Never one that a client made: bundles are looked for, and kept, by those of {@link Languages} only. */
    static Locale locale(List<Locale> wanted) {
        return Languages.among(wanted).filter(Messages::isSpoken).findFirst().orElse(Locale.ENGLISH);
    }

    private static boolean isSpoken(Locale locale) {
        return locale.getLanguage().equals("en") || speaks(OWN, locale) || speaks(OF_THE_APPLICATION, locale);
    }

    private static boolean speaks(String bundle, Locale locale) {
        return bundle(bundle, locale)
                .map(found -> found.getLocale().getLanguage())
                .filter(language -> !language.isEmpty() && language.equals(locale.getLanguage()))
                .isPresent();
    }

    /** A sentence; what is no key in braces stands for itself. */
    static String text(String template, Locale locale) {
        if (!template.startsWith(PREFIX) || !template.endsWith("}")) {
            return template;
        }
        String key = template.substring(1, template.length() - 1);
        return find(OF_THE_APPLICATION, key, locale)
                .or(() -> find(OWN, key, locale))
                .orElse(key);
    }

    /** A sentence of Usher's own; the application's stands for itself, whatever it looks like. */
    static String text(Reason reason, Locale locale) {
        return reason.key().isEmpty()
                ? reason.text()
                : text(PREFIX + reason.key() + "}", locale).replace("{number}", String.valueOf(reason.number()));
    }

    private static Optional<String> find(String bundle, String key, Locale locale) {
        return bundle(bundle, locale).filter(found -> found.containsKey(key)).map(found -> found.getString(key));
    }

    /** Where a language is missing Java would take the server's; here it is English, which the files without a name are. */
    private static Optional<ResourceBundle> bundle(String name, Locale locale) {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = name.equals(OWN) || application == null ? Messages.class.getClassLoader() : application;
        try {
            return Optional.of(ResourceBundle.getBundle(name, locale, loader, NO_FALLBACK));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    /**
     * The messages of constraints, in the language of the calling thread's request.
     *
     * @param provider that of the Bean Validation provider
     */
    public static MessageInterpolator interpolator(MessageInterpolator provider, Supplier<Locale> locale) {
        return new MessageInterpolator() {
            @Override
            public String interpolate(String template, Context context) {
                return interpolate(template, context, locale.get());
            }

            @Override
            public String interpolate(String template, Context context, Locale locale) {
                return template.startsWith(PREFIX)
                        ? text(template, locale)
                        : provider.interpolate(ofTheApplication(template, locale), context, locale);
            }
        };
    }

    /** A key in the application's words; the provider would look for them in the server's language, too. */
    private static String ofTheApplication(String template, Locale locale) {
        boolean key = template.startsWith("{") && template.indexOf('}') == template.length() - 1;
        return key
                ? find(OF_THE_APPLICATION, template.substring(1, template.length() - 1), locale)
                        .orElse(template)
                : template;
    }
}
