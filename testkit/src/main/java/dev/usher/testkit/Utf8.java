package dev.usher.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** Text as a database has it. */
final class Utf8 {

    /** By bytes of UTF-8, which is by code point; {@link String#compareTo} sorts surrogates before U+E000. */
    static final Comparator<String> ORDER = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private Utf8() {}
}
