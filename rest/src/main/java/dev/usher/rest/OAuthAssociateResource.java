package dev.usher.rest;

import static dev.usher.ErrorCode.ACCESS_TOKEN_ALREADY_EXPIRED;
import static dev.usher.ErrorCode.ACCESS_TOKEN_DECODE_ERROR;
import static dev.usher.ErrorCode.OAUTH_INVALID_CODE;
import static dev.usher.ErrorCode.OAUTH_INVALID_STATE;
import static dev.usher.ErrorCode.OAUTH_NOT_AVAILABLE_EMAIL;
import static dev.usher.ErrorCode.OAUTH_PROVIDER_ERROR;
import static dev.usher.ErrorCode.OAUTH_USER_ALREADY_EXISTS;

import dev.usher.User;
import dev.usher.oauth.OAuthProvider;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code GET /{provider}/authorize} and {@code GET /{provider}/callback}: a signed-in user links her account at a provider,
 * to sign in by it from then on. Usually below {@code /auth/associate}.
 *
 * <p>As {@link OAuthResource}, but 401 and 403 come before all else, a state of another user is 400
 * {@code OAUTH_INVALID_STATE}, an account of another user is 400 {@code OAUTH_USER_ALREADY_EXISTS}, and the second answers
 * 200 with the view of the user.
 *
 * @param <U> the application's user type
 * @param <R> what a client sees
 */
public abstract class OAuthAssociateResource<U extends User<?>, R extends UserRead<U>> extends UsherResource<U> {

    private static final TypeArgument<UserRead<?>> VIEW =
            TypeArgument.of(OAuthAssociateResource.class, 1, UserRead.class);

    @GET
    @Path("{provider}/authorize")
    @Authenticated
    @Operation(operationId = "associate", summary = "Begin to link an account at a provider")
    @Tag(name = "auth")
    @Parameter(name = "scopes", in = ParameterIn.QUERY, description = "What to ask the provider for; repeatable")
    @APIResponse(responseCode = "200", description = "Where to send the browser")
    @Refuses(OAUTH_PROVIDER_ERROR)
    public Response authorize(@PathParam("provider") String provider) {
        OAuthProvider there = usher.visits().provider(provider);
        return usher.visits().begin(there, redirectUri(provider, usher.visits().callback()), caller());
    }

    @GET
    @Path("{provider}/callback")
    @Authenticated
    @Operation(operationId = "associateCallback", summary = "Come back from a provider with an account to link")
    @Tag(name = "auth")
    @Parameter(name = "code", in = ParameterIn.QUERY, description = "What the provider gave the browser")
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "What the browser was sent with")
    @Parameter(name = "error", in = ParameterIn.QUERY, description = "Why the provider refuses")
    @APIResponse(responseCode = "200", description = "The caller")
    @Refuses({
        ACCESS_TOKEN_DECODE_ERROR,
        ACCESS_TOKEN_ALREADY_EXPIRED,
        OAUTH_INVALID_STATE,
        OAUTH_INVALID_CODE,
        OAUTH_NOT_AVAILABLE_EMAIL,
        OAUTH_USER_ALREADY_EXISTS,
        OAUTH_PROVIDER_ERROR
    })
    public Response callback(@PathParam("provider") String provider) {
        ProviderVisits visits = usher.visits();
        OAuthProvider there = visits.provider(provider);
        URI redirectUri = redirectUri(provider, visits.callback());
        User<Object> user = visits.accounts()
                .link(caller(), there, visits.visit(there, redirectUri, caller()), visits.back())
                .orElseThrow(usher::ended);
        return visits.completed(usher.responses().view(Status.OK, user, Views.of(VIEW.get(getClass()), user)));
    }

    @POST
    @Path("{provider}/callback")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(operationId = "associateCallbackForm", summary = "Come back from a provider that answers with a form")
    @Tag(name = "auth")
    @APIResponse(responseCode = "303", description = "The same as a link")
    public Response callback(@PathParam("provider") String provider, InputStream form) throws IOException {
        usher.visits().provider(provider);
        return usher.visits().asLink(redirectUri(provider, usher.visits().callback()), FormFields.of(form));
    }

    /** Where a provider sends the browser back to, as {@link OAuthResource#redirectUri}. */
    protected URI redirectUri(String provider, URI callback) {
        return callback;
    }
}
