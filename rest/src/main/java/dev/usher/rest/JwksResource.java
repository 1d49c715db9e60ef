package dev.usher.rest;

import dev.usher.User;
import dev.usher.token.JwtStrategy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code GET /{backend}/jwks.json}: the public keys of a backend whose tokens are signed, current and previous ones, so
 * that other services can verify them.
 *
 * <p>200 with a JWK Set, which is empty for HS256, to be kept by caches for five minutes; 404 for an unknown backend, or
 * one whose tokens are not signed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517 section 5</a>
 */
public abstract class JwksResource extends UsherResource<User<?>> {

    @GET
    @Path("{backend}/jwks.json")
    @Operation(operationId = "keys", summary = "See the public keys of a backend")
    @Tag(name = "auth")
    @APIResponse(responseCode = "200", description = "A JWK Set, RFC 7517")
    public Response keys(@PathParam("backend") String backend) {
        String keys = usher.authenticator()
                .find(backend, usher.state().request())
                .map(AuthenticationBackend::strategy)
                .filter(JwtStrategy.class::isInstance)
                .map(strategy -> ((JwtStrategy) strategy).publicKeys())
                .orElseThrow(NotFoundException::new);
        return Response.ok(keys, "application/jwk-set+json")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }
}
