package dev.usher.rest.json;

import java.util.List;

/**
 * One entry of a 422 answer, in the form of FastAPI's validation errors.
 *
 * @param type the kind of failure, one of the contract's, e.g. {@code missing}
 * @param loc where: {@code body} or {@code query}, then the field if it is one field's failure
 * @param msg a sentence for people, without what was sent, or the key of one in braces
 */
public record Violation(String type, List<String> loc, String msg) {

    private static final String BODY = "body";

    public Violation {
        loc = List.copyOf(loc);
    }

    /** The whole body is absent. */
    public static Violation missingBody() {
        return new Violation("missing", List.of(BODY), "{dev.usher.missing}");
    }

    /** A required field is absent. */
    public static Violation missing(String field) {
        return new Violation("missing", List.of(BODY, field), "{dev.usher.missing}");
    }

    /** The body is JSON, but no object, or was not sent as JSON. */
    public static Violation notAnObject() {
        return new Violation("model_attributes_type", List.of(BODY), "{dev.usher.object}");
    }

    /**
     * The body is no JSON, or none that has one meaning.
     *
     * @param rule which one it broke, by the last part of its sentence's key
     */
    public static Violation invalidJson(String rule) {
        return new Violation("json_invalid", List.of(BODY), "{dev.usher.json." + rule + "}");
    }

    /** A field should be text and is not. */
    public static Violation notAString(String field) {
        return new Violation("string_type", List.of(BODY, field), "{dev.usher.string}");
    }

    /** A field should be {@code true} or {@code false} and is not. */
    public static Violation notABoolean(String field) {
        return new Violation("bool_parsing", List.of(BODY, field), "{dev.usher.boolean}");
    }

    /** A field has a value that is not allowed. */
    public static Violation badValue(String field, String why) {
        return new Violation("value_error", List.of(BODY, field), why);
    }

    /** The fields are good, each for itself, but not together. */
    public static Violation badBody(String why) {
        return new Violation("value_error", List.of(BODY), why);
    }

    /** A field is not the one text it may be. */
    public static Violation patternMismatch(String field, String message) {
        return new Violation("string_pattern_mismatch", List.of(BODY, field), message);
    }

    /** A parameter of the URL has a value that is not allowed. */
    public static Violation badParameter(String parameter, String why) {
        return new Violation("value_error", List.of("query", parameter), why);
    }
}
