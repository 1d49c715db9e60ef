package dev.usher.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Carries tokens in the {@code Authorization} header, and in JSON on the way back. Never reads a token from a URL.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750 section 2.1</a>
 */
public final class BearerTransport implements Transport {

    private static final String SCHEME = "Bearer ";

    @Override
    public Optional<String> read(ContainerRequestContext request) {
        List<String> headers = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (headers == null || headers.size() != 1) {
            return Optional.empty();
        }
        String header = headers.get(0);
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    /** 200 with {@code access_token} and {@code token_type} (RFC 6749 section 5.1). */
    @Override
    public Response login(String token, Duration lifetime) {
        String json = "{\"access_token\":\"" + token + "\",\"token_type\":\"bearer\"}";
        return Response.ok(json, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** 204: the client forgets the token by itself. */
    @Override
    public Response logout() {
        return Response.noContent().build();
    }
}
