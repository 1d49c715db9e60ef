package dev.usher.rest.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.json.bind.annotation.JsonbNumberFormat;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeDeserializer;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether a JSON value is of the type that Java declares, all the way down, because JSON-B makes 12 of "12" and of 12.7.
 *
 * <p>Numbers are as {@link JsonNumbers} says. Elements of arrays are not null. Of objects the public fields are looked
 * at, and those not declared ignored; whether one must be there is for constraints.
 *
 * <p>Left to JSON-B: what an adapter, a deserializer or a format of JSON-B's annotations reads, type variables, and the
 * text of dates, enums and other types that are text in JSON.
 */
final class JsonTypeCheck {

    private static final Set<Class<?>> CHARACTERS = Set.of(char.class, Character.class);
    private static final Set<Class<?>> NULLABLE =
            Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

    private static final List<Class<? extends Annotation>> LEFT_TO_JSONB = List.of(
            JsonbTypeAdapter.class, JsonbTypeDeserializer.class, JsonbNumberFormat.class, JsonbDateFormat.class);

    /** Remembered, because a body may have thousands of small objects. */
    private static final ClassValue<Map<String, Field>> FIELDS = new ClassValue<>() {
        @Override
        protected Map<String, Field> computeValue(Class<?> type) {
            return ViewField.publicFields(type).stream()
                    .collect(Collectors.toUnmodifiableMap(
                            field -> ViewField.nameOf(field, field.getName()),
                            Function.identity(),
                            (ofSuperclass, own) -> own));
        }
    };

    private JsonTypeCheck() {}

    /** Whether a field takes a value; {@code null} if it is no primitive. */
    static boolean fits(Field field, JsonValue value) {
        boolean leftToJsonb = isMarked(field) || isMarked(field.getDeclaringClass());
        return leftToJsonb
                || fits(field.getGenericType(), value, !field.getType().isPrimitive());
    }

    private static boolean isMarked(AnnotatedElement element) {
        return LEFT_TO_JSONB.stream().anyMatch(element::isAnnotationPresent);
    }

    private static boolean fits(Type type, JsonValue value, boolean nullable) {
        if (type instanceof GenericArrayType array) {
            return isNull(value, nullable) || isArray(array.getGenericComponentType(), value);
        }
        if (type instanceof WildcardType wildcard) {
            return fits(wildcard.getUpperBounds()[0], value, nullable);
        }
        if (type instanceof ParameterizedType generic) {
            return generic((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), value, nullable);
        }
        return !(type instanceof Class<?> plain) || plain(plain, value, nullable);
    }

    private static boolean isNull(JsonValue value, boolean nullable) {
        return nullable && value.getValueType() == ValueType.NULL;
    }

    private static boolean generic(Class<?> raw, Type[] arguments, JsonValue value, boolean nullable) {
        if (raw == Optional.class) {
            return fits(arguments[0], value, true);
        }
        if (Collection.class.isAssignableFrom(raw) && arguments.length == 1) {
            return isNull(value, nullable) || isArray(arguments[0], value);
        }
        if (Map.class.isAssignableFrom(raw) && arguments.length == 2) {
            return isNull(value, nullable)
                    || (value instanceof JsonObject map
                            && map.values().stream().allMatch(each -> fits(arguments[1], each, true)));
        }
        return plain(raw, value, nullable);
    }

    private static boolean isArray(Type of, JsonValue value) {
        return value instanceof JsonArray array && array.stream().allMatch(each -> fits(of, each, false));
    }

    private static boolean plain(Class<?> type, JsonValue value, boolean nullable) {
        // anything there is of JSON, e.g. an Object, a JsonValue, or a List that does not say of what
        boolean anything = type.isInstance(value) || isMarked(type);
        if (anything || isNull(value, nullable || NULLABLE.contains(type))) {
            return true;
        }
        return switch (shape(type)) {
            case NUMBER -> value instanceof JsonNumber number && JsonNumbers.fits(type, number.bigDecimalValue());
            case TRUE, FALSE -> value.getValueType() == ValueType.TRUE || value.getValueType() == ValueType.FALSE;
            case ARRAY -> isArray(type.isArray() ? type.getComponentType() : Object.class, value);
            case STRING ->
                value instanceof JsonString text
                        && (!CHARACTERS.contains(type) || text.getString().length() == 1);
            case OBJECT, NULL -> value instanceof JsonObject object && isObject(type, object);
        };
    }

    private static ValueType shape(Class<?> type) {
        if (JsonNumbers.has(type)) {
            return ValueType.NUMBER;
        }
        if (type == boolean.class || type == Boolean.class) {
            return ValueType.TRUE;
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return ValueType.ARRAY;
        }
        boolean text = type.isEnum() || type.isPrimitive() || type.getName().startsWith("java.");
        return text && !Map.class.isAssignableFrom(type) ? ValueType.STRING : ValueType.OBJECT;
    }

    private static boolean isObject(Class<?> type, JsonObject object) {
        Map<String, Field> fields = FIELDS.get(type);
        return object.entrySet().stream().allMatch(member -> {
            Field field = fields.get(member.getKey());
            return field == null || fits(field, member.getValue());
        });
    }
}
