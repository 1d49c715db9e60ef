package dev.usher.jdbc;

import org.jspecify.annotations.Nullable;

/** Texts that begin alike, as a range in the order of their UTF-8 bytes, which is that of their code points. */
final class Prefix {

    private Prefix() {}

    /** The first text after all that begin so; {@code null} if there is none. */
    static @Nullable String end(String prefix) {
        String rest = prefix;
        while (!rest.isEmpty()) {
            int last = rest.codePointBefore(rest.length());
            rest = rest.substring(0, rest.length() - Character.charCount(last));
            if (last < Character.MAX_CODE_POINT) {
                return rest + Character.toString(next(last));
            }
        }
        return null;
    }

    /** Surrogates are no characters. */
    private static int next(int codePoint) {
        return codePoint + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : codePoint + 1;
    }
}
