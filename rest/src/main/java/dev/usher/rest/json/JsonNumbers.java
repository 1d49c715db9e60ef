package dev.usher.rest.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which numbers Java's types take.
 *
 * <p>Whole numbers are in the range of their type, and written without fraction and exponent: 1.0 and 1e3 are none. Other
 * numbers are finite in their type, and may lose digits that it has no room for.
 */
final class JsonNumbers {

    private static final Map<Class<?>, Integer> BITS = Map.ofEntries(
            Map.entry(byte.class, Byte.SIZE),
            Map.entry(Byte.class, Byte.SIZE),
            Map.entry(short.class, Short.SIZE),
            Map.entry(Short.class, Short.SIZE),
            Map.entry(int.class, Integer.SIZE),
            Map.entry(Integer.class, Integer.SIZE),
            Map.entry(OptionalInt.class, Integer.SIZE),
            Map.entry(long.class, Long.SIZE),
            Map.entry(Long.class, Long.SIZE),
            Map.entry(OptionalLong.class, Long.SIZE),
            Map.entry(BigInteger.class, Integer.MAX_VALUE));

    private static final Set<Class<?>> NUMBERS = Set.of(
            float.class, Float.class, double.class, Double.class, OptionalDouble.class, BigDecimal.class, Number.class);

    private JsonNumbers() {}

    /** Whether a type is one of numbers. */
    static boolean has(Class<?> type) {
        return BITS.containsKey(type) || NUMBERS.contains(type);
    }

    /** Whether a type of numbers takes this one. */
    static boolean fits(Class<?> type, BigDecimal exact) {
        if (BITS.containsKey(type)) {
            return exact.scale() == 0 && exact.unscaledValue().bitLength() < BITS.get(type);
        }
        if (type == float.class || type == Float.class) {
            return Float.isFinite(exact.floatValue());
        }
        return type == BigDecimal.class || Double.isFinite(exact.doubleValue());
    }
}
