package dev.usher.quickstart;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The endpoints that take a JSON object, each with the text fields it needs, in their order. */
enum JsonEndpoint {
    REGISTER("/auth/register", "email", "password"),
    FORGOT_PASSWORD("/auth/forgot-password", "email"),
    RESET_PASSWORD("/auth/reset-password", "token", "password"),
    REQUEST_VERIFY_TOKEN("/auth/request-verify-token", "email"),
    VERIFY("/auth/verify", "token");

    final String path;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    final List<String> fields;

    JsonEndpoint(String path, String... fields) {
        this.path = path;
        this.fields = List.of(fields);
    }

    /** Every endpoint with each of some values. */
    static Stream<Arguments> with(Collection<?> values) {
        return Arrays.stream(values()).flatMap(endpoint -> values.stream().map(value -> Arguments.of(endpoint, value)));
    }

    /** Every field of every endpoint. */
    static Stream<Arguments> withFields() {
        return Arrays.stream(values())
                .flatMap(endpoint -> endpoint.fields.stream().map(field -> Arguments.of(endpoint, field)));
    }
}
