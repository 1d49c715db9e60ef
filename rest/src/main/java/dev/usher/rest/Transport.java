package dev.usher.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * How a token travels between client and server. Implementations are thread-safe.
 *
 * @see BearerTransport
 */
public interface Transport {

    /**
     * Reads the token a request presents.
     *
     * @return empty if it presents none this way
     */
    Optional<String> read(ContainerRequestContext request);

    /**
     * Answers a successful login.
     *
     * @param token the new token
     */
    Response login(String token);

    /** Answers a logout; the token has ended already. */
    Response logout();
}
