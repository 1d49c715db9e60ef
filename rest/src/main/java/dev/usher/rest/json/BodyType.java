package dev.usher.rest.json;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A type that clients may send: its public fields, each with its JSON type and its constraints.
 *
 * <p>Every failing field gives one violation. A field of another JSON type than declared is never coerced, nor is anything
 * inside it, except by adapters and formats of JSON-B that are asked for; a field that is not declared is ignored.
 *
 * @param <T> a public class with a public no-argument constructor
 */
public final class BodyType<T> {

    private final Class<T> type;
    private final List<BodyField> fields;
    private final Jsonb jsonb;
    private final Validator validator;

    BodyType(Class<T> type, Jsonb jsonb, Validator validator) {
        this.type = type;
        this.fields = BodyField.allOf(type);
        this.jsonb = jsonb;
        this.validator = validator;
    }

    /**
     * Binds and validates.
     *
     * @param violations takes every violation there is; the value is not to be used if there is one
     */
    public T read(JsonObject body, List<Violation> violations) {
        List<Violation> found = new ArrayList<>();
        Set<String> refused = new HashSet<>();
        JsonObjectBuilder accepted = Json.createObjectBuilder();
        for (BodyField field : fields) {
            field.check(body.get(field.name()))
                    .ifPresentOrElse(
                            violation -> {
                                found.add(violation);
                                refused.add(field.property());
                            },
                            () -> copy(body, field, accepted));
        }
        T value = bind(accepted.build(), found, refused);
        for (ConstraintViolation<T> violation : validator.validate(value)) {
            String property = violation.getPropertyPath().iterator().next().getName();
            if (property == null) { // the constraint is one of the class
                found.add(Violation.badBody(violation.getMessage()));
            } else if (!refused.contains(property)) {
                found.add(Violation.badValue(wireName(property), violation.getMessage()));
            }
        }
        violations.addAll(inFieldOrder(found));
        return value;
    }

    /** The fields that a client sent, by their names in Java. */
    public Set<String> sent(JsonObject body) {
        return fields.stream()
                .filter(field -> body.containsKey(field.name()))
                .map(BodyField::property)
                .collect(Collectors.toSet());
    }

    private static void copy(JsonObject body, BodyField field, JsonObjectBuilder accepted) {
        if (body.containsKey(field.name())) {
            accepted.add(field.name(), body.get(field.name()));
        }
    }

    /** Where JSON-B fails, the culprits are found one by one, because its error names its field only in prose. */
    private T bind(JsonObject accepted, List<Violation> violations, Set<String> refused) {
        try {
            return jsonb.fromJson(accepted.toString(), type);
        } catch (JsonbException e) {
            JsonObjectBuilder rest = Json.createObjectBuilder();
            for (BodyField field : fields) {
                JsonValue value = accepted.get(field.name());
                if (value != null && isBindable(field, value)) {
                    rest.add(field.name(), value);
                } else if (value != null) {
                    violations.add(Violation.badValue(field.name(), "{dev.usher.type}"));
                    refused.add(field.property());
                }
            }
            return jsonb.fromJson(rest.build().toString(), type);
        }
    }

    private boolean isBindable(BodyField field, JsonValue value) {
        try {
            jsonb.fromJson(
                    Json.createObjectBuilder().add(field.name(), value).build().toString(), type);
            return true;
        } catch (JsonbException e) {
            return false;
        }
    }

    private String wireName(String property) {
        return fields.stream()
                .filter(field -> field.property().equals(property))
                .map(BodyField::name)
                .findFirst()
                .orElse(property);
    }

    private List<Violation> inFieldOrder(List<Violation> violations) {
        List<String> order = fields.stream().map(BodyField::name).toList();
        return violations.stream()
                .sorted(Comparator.comparingInt(violation ->
                        order.indexOf(violation.loc().get(violation.loc().size() - 1))))
                .toList();
    }
}
