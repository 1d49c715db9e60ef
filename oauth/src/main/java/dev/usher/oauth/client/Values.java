package dev.usher.oauth.client;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is taken for a value of a provider: text of a bounded length that databases and headers can hold. */
final class Values {

    private static final int MAX_NAME = 320;
    private static final int MAX_TOKEN = 8_000;
    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]+");

    private Values() {}

    /** An account id or an address. */
    static String name(@Nullable Object value, String what) {
        if (value instanceof String text && !text.isBlank() && text.length() <= MAX_NAME && isClean(text)) {
            return text;
        }
        throw Failures.failed("the provider tells no " + what + " that is text of 1 to " + MAX_NAME + " characters");
    }

    /** As {@link #name}; null where there is none. */
    static @Nullable String nameOrNull(@Nullable Object value, String what) {
        return isNone(value) ? null : name(value, what);
    }

    /** A token, which travels in headers. */
    static String token(@Nullable Object value, String what) {
        if (value instanceof String text
                && text.length() <= MAX_TOKEN
                && VISIBLE_ASCII.matcher(text).matches()) {
            return text;
        }
        throw Failures.failed("the provider gives no " + what + " that is ASCII of 1 to " + MAX_TOKEN + " characters");
    }

    /** As {@link #token}; null where there is none. */
    static @Nullable String tokenOrNull(@Nullable Object value, String what) {
        return isNone(value) ? null : token(value, what);
    }

    /** A boolean, which some providers write as text. */
    static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value) || "true".equals(value);
    }

    static boolean isNone(@Nullable Object value) {
        return value == null || (value instanceof String text && text.isBlank());
    }

    private static boolean isClean(String text) {
        return text.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
