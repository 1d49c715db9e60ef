package dev.usher.rest;

import jakarta.validation.MessageInterpolator;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Supplier;

/**
 * Sentences for people in their language: Usher's own in English and German, and those of Bean Validation in whatever it
 * has. An application speaks further languages, or otherwise, by the same keys in its {@code ValidationMessages}.
 */
public final class Messages {

    private static final String OWN = "dev.usher.rest.Messages";
    private static final String OF_THE_APPLICATION = "ValidationMessages";
    private static final String PREFIX = "{dev.usher.";
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Messages() {}

    /** The language a client prefers; English if it does not say, or says nothing that can be read. */
    static Locale locale(ContainerRequestContext request) {
        try {
            return request.getAcceptableLanguages().stream()
                    .filter(locale -> !locale.getLanguage().equals("*")
                            && !locale.getLanguage().isEmpty())
                    .findFirst()
                    .orElse(Locale.ENGLISH);
        } catch (RuntimeException e) {
            return Locale.ENGLISH;
        }
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

    private static Optional<String> find(String bundle, String key, Locale locale) {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = bundle.equals(OWN) || application == null ? Messages.class.getClassLoader() : application;
        try {
            return Optional.of(ResourceBundle.getBundle(bundle, locale, loader, NO_FALLBACK)
                    .getString(key));
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
                        : provider.interpolate(template, context, locale);
            }
        };
    }
}
