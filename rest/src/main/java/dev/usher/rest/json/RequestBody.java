package dev.usher.rest.json;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** The body of one request as far as it can be judged without knowing its type. */
@FunctionalInterface
public interface RequestBody {

    /** No body at all. */
    RequestBody ABSENT = () -> {
        throw new InvalidRequest(Violation.missingBody());
    };

    /** A body that was not sent as JSON. */
    RequestBody NOT_JSON = () -> {
        throw new InvalidRequest(Violation.notAnObject());
    };

    /** A body that is JSON. */
    static RequestBody of(JsonValue value) {
        return value instanceof JsonObject object ? () -> object : NOT_JSON;
    }

    /**
     * The object that was sent.
     *
     * @throws InvalidRequest if there is none
     */
    JsonObject object();
}
