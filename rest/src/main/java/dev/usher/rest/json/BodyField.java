package dev.usher.rest.json;

import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field that a client may send: its name on the wire, whether it must be there, and which JSON type it takes.
 *
 * @param property its name in Java
 * @param field where it is declared, with its type and its constraints
 */
public record BodyField(String name, String property, Presence presence, Kind kind, Field field) {

    /** Whether a field must be there. */
    public enum Presence {
        /** It must be there. */
        REQUIRED,
        /** It may be left out, but not be {@code null}. */
        NOT_NULL_IF_SENT,
        /** It may be left out or {@code null}. */
        OPTIONAL
    }

    /** Which JSON type a field takes. */
    public enum Kind {
        TEXT,
        BOOLEAN,
        OTHER
    }

    static BodyField of(Field field) {
        return new BodyField(
                ViewField.nameOf(field, field.getName()),
                field.getName(),
                presence(field),
                kind(field.getType()),
                field);
    }

    /** The fields of a type that clients may send, as {@link BodyType} reads them; those of superclasses first. */
    public static List<BodyField> allOf(Class<?> type) {
        return ViewField.publicFields(type).stream().map(BodyField::of).toList();
    }

    private static Presence presence(Field field) {
        if (field.isAnnotationPresent(NotNull.class)) {
            return Presence.REQUIRED;
        }
        return field.isAnnotationPresent(NotNullIfSent.class) ? Presence.NOT_NULL_IF_SENT : Presence.OPTIONAL;
    }

    private static Kind kind(Class<?> type) {
        if (type == String.class) {
            return Kind.TEXT;
        }
        return type == boolean.class || type == Boolean.class ? Kind.BOOLEAN : Kind.OTHER;
    }

    /**
     * What is wrong with the value a client sent, before it is bound.
     *
     * @param value null if the field is absent
     */
    Optional<Violation> check(@Nullable JsonValue value) {
        if (value == null) {
            return presence == Presence.REQUIRED ? Optional.of(Violation.missing(name)) : Optional.empty();
        }
        ValueType sent = value.getValueType();
        if (sent == ValueType.NULL && presence == Presence.OPTIONAL) {
            return Optional.empty();
        }
        return switch (kind) {
            case TEXT -> sent == ValueType.STRING ? Optional.empty() : Optional.of(Violation.notAString(name));
            case BOOLEAN ->
                sent == ValueType.TRUE || sent == ValueType.FALSE
                        ? Optional.empty()
                        : Optional.of(Violation.notABoolean(name));
            case OTHER -> other(value);
        };
    }

    private Optional<Violation> other(JsonValue value) {
        if (value.getValueType() == ValueType.NULL) {
            return Optional.of(Violation.badValue(name, "{dev.usher.null}"));
        }
        return JsonTypeCheck.fits(field, value)
                ? Optional.empty()
                : Optional.of(Violation.badValue(name, "{dev.usher.type}"));
    }
}
