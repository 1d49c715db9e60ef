package dev.usher.token;

import dev.usher.spi.Secret;
import java.time.Duration;
import java.util.List;

/**
 * How signed access tokens are made.
 *
 * @param secret the signing key is derived from it
 * @param lifetime from issue to expiry, in whole seconds; positive, because a token without end cannot be refused
 * @param audience the {@code aud} claim; a token is accepted if it names at least one of these
 */
public record JwtSettings(Secret secret, Duration lifetime, List<String> audience) {

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
    }
}
