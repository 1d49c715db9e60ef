package dev.usher.rest.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.validation.Validator;
import java.nio.charset.StandardCharsets;

/**
 * How Usher's JSON looks: {@code snake_case} names in a fixed order, {@code null} written out, UTF-8.
 *
 * <p>One instance serves an application; it holds the JSON-B engine, which is costly to make and thread-safe.
 */
public final class JsonFormat {

    private final Jsonb jsonb = JsonbBuilder.create(new JsonbConfig()
            .withPropertyNamingStrategy((PropertyNamingStrategy) SnakeCase::of)
            .withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL)
            .withNullValues(true));

    private final StrictJson reader = new StrictJson();
    private final Validator validator;

    /**
     * Opens the format.
     *
     * @param validator checks the constraints of the types that clients send
     */
    public JsonFormat(Validator validator) {
        this.validator = validator;
    }

    /** The strict reader of what clients send. */
    public StrictJson reader() {
        return reader;
    }

    /** Describes a type that clients may send; done once for each type, not for each request. */
    public <T> BodyType<T> bodyType(Class<T> type) {
        return new BodyType<>(type, jsonb, validator);
    }

    /** Writes a view, a map or {@code null}. */
    public byte[] write(Object value) {
        return jsonb.toJson(value).getBytes(StandardCharsets.UTF_8);
    }
}
