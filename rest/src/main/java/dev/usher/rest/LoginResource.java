package dev.usher.rest;

import static dev.usher.ErrorCode.LOGIN_BAD_CREDENTIALS;
import static dev.usher.ErrorCode.LOGIN_USER_NOT_VERIFIED;

import dev.usher.User;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code POST /{backend}/login}, {@code POST /{backend}/logout} and {@code POST /logout-all}: a user signs in and out.
 *
 * <p>Login takes a form, urlencoded or multipart, and answers as the backend's transport does; 400
 * {@code LOGIN_BAD_CREDENTIALS} or {@code LOGIN_USER_NOT_VERIFIED}; 403 {@code CSRF_REJECTED} where the token goes into a
 * cookie and the form comes from another site; 404 for an unknown backend; 422; 503. Logout ends every good token the
 * request presents, each at its own strategy, expires every cookie, and answers as the transport does; 401; 403. The last
 * does so with all tokens of the user: 204.
 *
 * @param <U> the application's user type
 */
public abstract class LoginResource<U extends User<?>> extends UsherResource<U> {

    @POST
    @Path("{backend}/login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response login(@PathParam("backend") String backend, InputStream form) throws IOException {
        AuthenticationBackend known = loginBackend(backend);
        return login(known, LoginForm.of(FormFields.of(form)));
    }

    @POST
    @Path("{backend}/login")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response login(@PathParam("backend") String backend, List<EntityPart> form) throws IOException {
        AuthenticationBackend known = loginBackend(backend);
        Map<String, String> fields = new HashMap<>();
        for (EntityPart part : form) {
            fields.put(part.getName(), new String(part.getContent().readAllBytes(), StandardCharsets.UTF_8));
        }
        return login(known, LoginForm.of(fields));
    }

    /** Anything but a form has no fields, so all of them are missing. */
    @POST
    @Path("{backend}/login")
    @Operation(operationId = "login", summary = "Sign in with a form")
    @Tag(name = "auth")
    @APIResponse(responseCode = "200", description = "A token, where the backend carries it in a header")
    @APIResponse(responseCode = "204", description = "A cookie, where the backend carries the token in one")
    @Refuses({LOGIN_BAD_CREDENTIALS, LOGIN_USER_NOT_VERIFIED})
    public Response login(@PathParam("backend") String backend) {
        return login(loginBackend(backend), LoginForm.of(Map.of()));
    }

    private Response login(AuthenticationBackend backend, LoginForm form) {
        User<Object> user = manager().login(form.username(), form.password());
        return loggedIn(own(user), usher.signIn(user, backend));
    }

    /**
     * Completes the answer to a login; to be overridden. The default leaves it as the transport made it.
     *
     * @param response carries the new token
     */
    protected Response loggedIn(U user, Response response) {
        return response;
    }

    @POST
    @Path("{backend}/logout")
    @Authenticated
    @Operation(operationId = "logout", summary = "End every token of this request")
    @Tag(name = "auth")
    @APIResponse(responseCode = "204", description = "All of them have ended")
    public Response logout(@PathParam("backend") String backendName) {
        AuthenticationBackend backend = backend(backendName);
        usher.caller().tokens().forEach(usher.tokens()::revoke);
        return usher.signedOut(backend.transport().logout());
    }

    @POST
    @Path("logout-all")
    @Authenticated
    @Operation(operationId = "logoutAll", summary = "End every token of the caller")
    @Tag(name = "auth")
    @APIResponse(responseCode = "204", description = "All of them have ended")
    public Response logoutAll() {
        manager().logoutEverywhere(caller().id());
        return usher.signedOut(Response.noContent().build());
    }

    /** The backend, before the form is looked at: not for forms of other sites where the token goes into a cookie. */
    private AuthenticationBackend loginBackend(String name) {
        AuthenticationBackend backend = backend(name);
        usher.crossSite().require(usher.state().request(), backend.transport());
        return backend;
    }

    private AuthenticationBackend backend(String name) {
        return usher.authenticator().find(name, usher.state().request()).orElseThrow(NotFoundException::new);
    }
}
