package dev.usher.rest;

import dev.usher.rest.json.BodyType;
import dev.usher.rest.json.InvalidRequest;
import dev.usher.rest.json.JsonFormat;
import dev.usher.rest.json.Violation;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One body that may be read as several types; what is wrong with it for any of them is answered together. */
final class Bodies {

    private final Types types;
    private final JsonObject object;
    private final List<Violation> violations = new ArrayList<>();

    private Bodies(Types types, JsonObject object) {
        this.types = types;
        this.object = object;
    }

    /** The body as one type; not to be used before {@link #requireValid}. */
    <T> T read(Class<T> type) {
        BodyType<T> bodyType = types.get(type);
        T body = bodyType.read(object, violations);
        if (body instanceof UpdateBody<?> update) {
            update.sent(bodyType.sent(object));
        }
        return body;
    }

    /**
     * Refuses what is wrong.
     *
     * @throws InvalidRequest with every violation there is
     */
    void requireValid() {
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
    }

    /** The types that clients may send, each described once. */
    static final class Types {

        private final JsonFormat json;
        private final Map<Class<?>, BodyType<?>> known = new ConcurrentHashMap<>();

        Types(JsonFormat json) {
            this.json = json;
        }

        Bodies of(JsonObject object) {
            return new Bodies(this, object);
        }

        @SuppressWarnings("unchecked") // the map holds under a class what was made for it
        private <T> BodyType<T> get(Class<T> type) {
            BodyType<?> found = known.get(type);
            return (BodyType<T>) (found == null ? known.computeIfAbsent(type, json::bodyType) : found);
        }
    }
}
