package dev.usher.token;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an application may add to its tokens: anything that is JSON, under any name that has no meaning yet. */
final class OwnClaims {

    private static final int MAX_DEPTH = 32;

    /** The registered claims (RFC 7519 section 4.1), and what Usher and MicroProfile JWT decide by. */
    private static final Set<String> RESERVED =
            Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", JwtReader.VERSION, "upn", "groups", "nonce");

    private static final Set<Class<?>> NUMBERS =
            Set.of(Integer.class, Long.class, Short.class, Byte.class, BigInteger.class, BigDecimal.class);

    private OwnClaims() {}

    /**
     * Refuses what must not stand in a token.
     *
     * @throws IllegalArgumentException naming the claim
     */
    static Map<String, Object> require(Map<String, Object> claims) {
        claims.forEach((name, value) -> {
            if (RESERVED.contains(name)) {
                throw new IllegalArgumentException("the claim " + name + " cannot be set by an application");
            }
            if (!isJson(name, 0) || !isJson(value, 0)) {
                throw new IllegalArgumentException("the claim " + name + " is no JSON: text, finite numbers, booleans,"
                        + " and lists and maps of these are");
            }
        });
        return claims;
    }

    private static boolean isJson(@Nullable Object value, int depth) {
        if (value instanceof String text) {
            return StandardCharsets.UTF_8.newEncoder().canEncode(text);
        }
        if (value instanceof Collection<?> list) {
            return depth < MAX_DEPTH && list.stream().allMatch(item -> isJson(item, depth + 1));
        }
        if (value instanceof Map<?, ?> map) {
            return depth < MAX_DEPTH
                    && map.keySet().stream().allMatch(key -> key instanceof String && isJson(key, depth))
                    && map.values().stream().allMatch(item -> isJson(item, depth + 1));
        }
        return value == null || value instanceof Boolean || isNumber(value);
    }

    private static boolean isNumber(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return Double.isFinite(((Number) value).doubleValue());
        }
        return NUMBERS.contains(value.getClass());
    }
}
