package dev.usher.rest.json;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A type that clients may send: its public fields, each with its JSON type and its constraints.
 *
 * <p>Every failing field gives one violation. A field of another JSON type than declared is never coerced; a field that
 * is not declared is ignored.
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
        this.fields = publicFields(type).stream().map(BodyField::of).toList();
        this.jsonb = jsonb;
        this.validator = validator;
    }

    /**
     * Binds and validates.
     *
     * @throws InvalidRequest with every violation there is
     */
    public T read(JsonObject body) {
        List<Violation> violations = new ArrayList<>();
        Set<String> refused = new HashSet<>();
        JsonObjectBuilder accepted = Json.createObjectBuilder();
        for (BodyField field : fields) {
            field.check(body.get(field.name()))
                    .ifPresentOrElse(
                            violation -> {
                                violations.add(violation);
                                refused.add(field.property());
                            },
                            () -> copy(body, field, accepted));
        }
        T value = bind(accepted.build(), violations);
        for (ConstraintViolation<T> violation : validator.validate(value)) {
            String property = violation.getPropertyPath().iterator().next().getName();
            if (!refused.contains(property)) {
                violations.add(Violation.badValue(wireName(property), violation.getMessage()));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidRequest(inFieldOrder(violations));
        }
        return value;
    }

    private static void copy(JsonObject body, BodyField field, JsonObjectBuilder accepted) {
        if (body.containsKey(field.name())) {
            accepted.add(field.name(), body.get(field.name()));
        }
    }

    private T bind(JsonObject accepted, List<Violation> violations) {
        try {
            return jsonb.fromJson(accepted.toString(), type);
        } catch (JsonbException e) {
            violations.addAll(unbindable(accepted));
            throw new InvalidRequest(violations);
        }
    }

    /** Finds the culprits one by one, because a JSON-B error names its field only in prose. */
    private List<Violation> unbindable(JsonObject accepted) {
        List<Violation> culprits = new ArrayList<>();
        for (String name : accepted.keySet()) {
            try {
                jsonb.fromJson(
                        Json.createObjectBuilder()
                                .add(name, accepted.get(name))
                                .build()
                                .toString(),
                        type);
            } catch (JsonbException e) {
                culprits.add(Violation.badValue(name, "Input is not of the type this field takes"));
            }
        }
        return culprits;
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

    private static List<Field> publicFields(Class<?> type) {
        Deque<Class<?>> baseFirst = new ArrayDeque<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            baseFirst.push(each);
        }
        List<Field> fields = new ArrayList<>();
        for (Class<?> each : baseFirst) {
            for (Field field : each.getDeclaredFields()) {
                if (Modifier.isPublic(field.getModifiers()) && !Modifier.isStatic(field.getModifiers())) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }
}
