package dev.usher.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/**
 * How a token travels between client and server. Implementations are thread-safe.
 *
 * @see BearerTransport
 * @see CookieTransport
 */
public interface Transport {

    /**
     * Reads the token a request presents.
     *
     * @return empty if it presents none this way
     */
    Optional<String> read(ContainerRequestContext request);

    /**
     * Answers a successful login. Where {@link #isAmbient()}, its {@code Set-Cookie} headers also go with other answers
     * that bring a new token.
     *
     * @param token the new token
     * @param lifetime how long it lives
     */
    Response login(String token, Duration lifetime);

    /** Answers a logout; the token has ended already. Its {@code Set-Cookie} headers go with every logout. */
    Response logout();

    /**
     * Whether browsers present the token by themselves, also in requests that another site made them send. Requests that
     * change something are protected from that then.
     */
    default boolean isAmbient() {
        return false;
    }
}
