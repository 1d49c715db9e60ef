package dev.usher.rest.openapi;

import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.ARRAY;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.BOOLEAN;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.NUMBER;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.OBJECT;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING;

import dev.usher.rest.json.ViewField;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** What JSON-B makes of a Java type. */
final class Types {

    private static final Map<Class<?>, Scalar> SCALARS = Map.ofEntries(
            Map.entry(String.class, new Scalar(STRING, null)),
            Map.entry(CharSequence.class, new Scalar(STRING, null)),
            Map.entry(char.class, new Scalar(STRING, null)),
            Map.entry(Character.class, new Scalar(STRING, null)),
            Map.entry(boolean.class, new Scalar(BOOLEAN, null)),
            Map.entry(Boolean.class, new Scalar(BOOLEAN, null)),
            Map.entry(byte.class, new Scalar(INTEGER, null)),
            Map.entry(Byte.class, new Scalar(INTEGER, null)),
            Map.entry(short.class, new Scalar(INTEGER, null)),
            Map.entry(Short.class, new Scalar(INTEGER, null)),
            Map.entry(int.class, new Scalar(INTEGER, "int32")),
            Map.entry(Integer.class, new Scalar(INTEGER, "int32")),
            Map.entry(long.class, new Scalar(INTEGER, "int64")),
            Map.entry(Long.class, new Scalar(INTEGER, "int64")),
            Map.entry(BigInteger.class, new Scalar(INTEGER, null)),
            Map.entry(float.class, new Scalar(NUMBER, "float")),
            Map.entry(Float.class, new Scalar(NUMBER, "float")),
            Map.entry(double.class, new Scalar(NUMBER, "double")),
            Map.entry(Double.class, new Scalar(NUMBER, "double")),
            Map.entry(BigDecimal.class, new Scalar(NUMBER, null)),
            Map.entry(Number.class, new Scalar(NUMBER, null)),
            Map.entry(OptionalInt.class, new Scalar(INTEGER, "int32")),
            Map.entry(OptionalLong.class, new Scalar(INTEGER, "int64")),
            Map.entry(OptionalDouble.class, new Scalar(NUMBER, "double")),
            Map.entry(UUID.class, new Scalar(STRING, "uuid")),
            Map.entry(URI.class, new Scalar(STRING, "uri")),
            Map.entry(Instant.class, new Scalar(STRING, "date-time")),
            Map.entry(OffsetDateTime.class, new Scalar(STRING, "date-time")),
            Map.entry(ZonedDateTime.class, new Scalar(STRING, null)),
            Map.entry(LocalDate.class, new Scalar(STRING, "date")));

    private Types() {}

    static Schema schema(Type type, boolean nullable) {
        return schema(type, nullable, Set.of());
    }

    /** Objects stand where they are used; inside themselves they are just objects. */
    private static Schema schema(Type type, boolean nullable, Set<Class<?>> around) {
        if (type instanceof GenericArrayType array) {
            return list(array.getGenericComponentType(), nullable, around);
        }
        if (type instanceof ParameterizedType generic) {
            return generic((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), nullable, around);
        }
        if (type instanceof WildcardType wildcard) {
            return schema(wildcard.getUpperBounds()[0], nullable, around);
        }
        return type instanceof Class<?> plain ? plain(plain, nullable, around) : anything();
    }

    private static Schema generic(Class<?> raw, Type[] arguments, boolean nullable, Set<Class<?>> around) {
        if (Collection.class.isAssignableFrom(raw) && arguments.length == 1) {
            return list(arguments[0], nullable, around);
        }
        if (Map.class.isAssignableFrom(raw) && arguments.length == 2) {
            return SchemaTypes.of(OBJECT, nullable).additionalPropertiesSchema(schema(arguments[1], true, around));
        }
        return raw == Optional.class ? schema(arguments[0], true, around) : plain(raw, nullable, around);
    }

    private static Schema list(Type of, boolean nullable, Set<Class<?>> around) {
        return SchemaTypes.of(ARRAY, nullable).items(schema(of, false, around));
    }

    private static Schema plain(Class<?> type, boolean nullable, Set<Class<?>> around) {
        Scalar scalar = SCALARS.get(type);
        if (scalar != null) {
            return SchemaTypes.of(scalar.type(), nullable).format(scalar.format());
        }
        if (type.isEnum()) {
            List<Object> names = Arrays.stream(type.getEnumConstants())
                    .<Object>map(each -> ((Enum<?>) each).name())
                    .toList();
            return nullable
                    ? SchemaTypes.of(STRING, true)
                    : SchemaTypes.of(STRING).enumeration(names);
        }
        if (type.isArray()) {
            return list(type.getComponentType(), nullable, around);
        }
        if (Collection.class.isAssignableFrom(type)) {
            return list(Object.class, nullable, around);
        }
        if (Map.class.isAssignableFrom(type)) {
            return SchemaTypes.of(OBJECT, nullable);
        }
        boolean ofTheJdk = type.getName().startsWith("java.");
        if (ofTheJdk) { // beyond numbers JSON-B writes as text what it knows of the JDK, such as dates and durations
            return type == Object.class ? anything() : SchemaTypes.of(STRING, nullable);
        }
        return object(type, nullable, around);
    }

    private static Schema object(Class<?> type, boolean nullable, Set<Class<?>> around) {
        Schema object = SchemaTypes.of(OBJECT, nullable);
        if (!around.contains(type)) {
            Set<Class<?>> inside = new HashSet<>(around);
            inside.add(type);
            for (ViewField field : ViewField.allOf(type)) {
                object.addProperty(field.name(), schema(field.type().getType(), !isPrimitive(field), inside));
            }
        }
        return object;
    }

    private static boolean isPrimitive(ViewField field) {
        return field.type().getType() instanceof Class<?> type && type.isPrimitive();
    }

    private static Schema anything() {
        return OASFactory.createSchema();
    }

    private record Scalar(SchemaType type, @Nullable String format) {}
}
