package dev.usher.rest.json;

import java.util.Locale;

/** The wire's spelling of a Java name: {@code firstName} is {@code first_name}. */
final class SnakeCase {

    private SnakeCase() {}

    static String of(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
