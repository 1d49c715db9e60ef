package dev.usher.rest;

import static dev.usher.ErrorCode.ACCESS_TOKEN_ALREADY_EXPIRED;
import static dev.usher.ErrorCode.ACCESS_TOKEN_DECODE_ERROR;
import static dev.usher.ErrorCode.LOGIN_BAD_CREDENTIALS;
import static dev.usher.ErrorCode.OAUTH_INVALID_CODE;
import static dev.usher.ErrorCode.OAUTH_INVALID_STATE;
import static dev.usher.ErrorCode.OAUTH_NOT_AVAILABLE_EMAIL;
import static dev.usher.ErrorCode.OAUTH_PROVIDER_ERROR;
import static dev.usher.ErrorCode.OAUTH_USER_ALREADY_EXISTS;
import static dev.usher.ErrorCode.REGISTER_NOT_ALLOWED;

import dev.usher.User;
import dev.usher.oauth.OAuthProvider;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code GET /{provider}/authorize} and {@code GET /{provider}/callback}: a user signs in at a provider.
 *
 * <p>The first answers 200 with the {@code authorization_url} to open, and a cookie that only this browser has; 404 for an
 * unknown provider; 422 for a query {@code scopes} that is none; 502 {@code OAUTH_PROVIDER_ERROR}. The second takes what
 * the provider sends the browser back with, and answers as the login of {@link #backend()} does; 400 with the provider's
 * own {@code error}, {@code ACCESS_TOKEN_DECODE_ERROR}, {@code ACCESS_TOKEN_ALREADY_EXPIRED}, {@code OAUTH_INVALID_STATE},
 * {@code OAUTH_INVALID_CODE}, {@code OAUTH_NOT_AVAILABLE_EMAIL}, {@code OAUTH_USER_ALREADY_EXISTS},
 * {@code LOGIN_BAD_CREDENTIALS} or {@code REGISTER_NOT_ALLOWED}; 404; 502; 503. Where a provider answers with a form
 * ({@code POST}) the browser is led on to the second: 303.
 *
 * <p>The application produces {@link dev.usher.oauth.OAuthProviders}, a {@link dev.usher.spi.OAuthAccountDatabase} and a
 * {@link dev.usher.spi.RevokedTokenDatabase}.
 *
 * @param <U> the application's user type
 */
public abstract class OAuthResource<U extends User<?>> extends UsherResource<U> {

    /** The backend whose login answers who has signed in, by its name. */
    protected abstract String backend();

    @GET
    @Path("{provider}/authorize")
    @Operation(operationId = "authorize", summary = "Begin to sign in at a provider")
    @Tag(name = "auth")
    @Parameter(name = "scopes", in = ParameterIn.QUERY, description = "What to ask the provider for; repeatable")
    @APIResponse(responseCode = "200", description = "Where to send the browser")
    @Refuses(OAUTH_PROVIDER_ERROR)
    public Response authorize(@PathParam("provider") String provider) {
        known();
        OAuthProvider there = usher.visits().provider(provider);
        return usher.visits().begin(there, redirectUri(provider, usher.visits().callback()), null);
    }

    @GET
    @Path("{provider}/callback")
    @Operation(operationId = "callback", summary = "Come back from a provider and be signed in")
    @Tag(name = "auth")
    @Parameter(name = "code", in = ParameterIn.QUERY, description = "What the provider gave the browser")
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "What the browser was sent with")
    @Parameter(name = "error", in = ParameterIn.QUERY, description = "Why the provider refuses")
    @APIResponse(responseCode = "200", description = "A token, where the backend carries it in a header")
    @APIResponse(responseCode = "204", description = "A cookie, where the backend carries the token in one")
    @Refuses({
        ACCESS_TOKEN_DECODE_ERROR,
        ACCESS_TOKEN_ALREADY_EXPIRED,
        OAUTH_INVALID_STATE,
        OAUTH_INVALID_CODE,
        OAUTH_NOT_AVAILABLE_EMAIL,
        OAUTH_USER_ALREADY_EXISTS,
        LOGIN_BAD_CREDENTIALS,
        REGISTER_NOT_ALLOWED,
        OAUTH_PROVIDER_ERROR
    })
    public Response callback(@PathParam("provider") String provider) {
        AuthenticationBackend backend = known();
        ProviderVisits visits = usher.visits();
        OAuthProvider there = visits.provider(provider);
        User<Object> user = visits.accounts()
                .signIn(there, visits.visit(there, redirectUri(provider, visits.callback()), null), visits.back());
        return loggedIn(own(user), visits.completed(usher.signIn(user, backend)));
    }

    @POST
    @Path("{provider}/callback")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(operationId = "callbackForm", summary = "Come back from a provider that answers with a form")
    @Tag(name = "auth")
    @APIResponse(responseCode = "303", description = "The same as a link")
    public Response callback(@PathParam("provider") String provider, InputStream form) throws IOException {
        usher.visits().provider(provider);
        return usher.visits().asLink(redirectUri(provider, usher.visits().callback()), FormFields.of(form));
    }

    /**
     * Where a provider sends the browser back to; to be overridden, e.g. for a page of a front end that then calls the
     * callback itself, with the query it was opened with. It must be the same for both endpoints, known to the provider,
     * and another one for each provider: where two share one, the first can have the second's codes sent to itself (RFC
     * 9700 section 4.4).
     *
     * @param callback the callback of this resource, at {@code usher.public-url} where that is set
     */
    protected URI redirectUri(String provider, URI callback) {
        return callback;
    }

    /**
     * Completes the answer to who has signed in; to be overridden, e.g. to lead the browser to a page. The default leaves it
     * as the transport made it.
     *
     * @param response carries the new token
     */
    protected Response loggedIn(U user, Response response) {
        return response;
    }

    private AuthenticationBackend known() {
        usher.authenticator().require(backend());
        return usher.authenticator().find(backend(), usher.state().request()).orElseThrow(NotFoundException::new);
    }
}
