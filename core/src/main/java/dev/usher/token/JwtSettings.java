package dev.usher.token;

import dev.usher.spi.Secret;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How signed access tokens are made, and which are accepted.
 *
 * @param keys sign and verify
 * @param lifetime from issue to expiry, in whole seconds; positive, because a token without end cannot be refused
 * @param audience the {@code aud} claim; a token is accepted if it names at least one of these
 * @param issuer the {@code iss} claim, e.g. {@code https://example.org}; a token that names another, or none, is refused;
 *     null where tokens name none
 */
public record JwtSettings(
        JwtKeys keys,
        Duration lifetime,
        List<String> audience,
        @Nullable String issuer) {

    /** The audience of FastAPI Users, so that tokens of an existing installation can stay valid. */
    public static final List<String> DEFAULT_AUDIENCE = List.of("fastapi-users:auth");

    /** One hour. */
    public static final Duration DEFAULT_LIFETIME = Duration.ofHours(1);

    public JwtSettings {
        Lifetimes.require(lifetime, "usher.jwt.lifetime");
        audience = List.copyOf(audience);
        if (audience.isEmpty()) {
            throw new IllegalArgumentException("usher.jwt.audience must name at least one audience");
        }
        if (issuer != null && issuer.isBlank()) {
            throw new IllegalArgumentException("usher.jwt.issuer must not be blank; leave it out for none");
        }
    }

    /**
     * Settings for HS256, without an issuer.
     *
     * @param secret the signing key is derived from it
     */
    public JwtSettings(Secret secret, Duration lifetime, List<String> audience) {
        this(JwtKeys.of(List.of(secret)), lifetime, audience, null);
    }
}
