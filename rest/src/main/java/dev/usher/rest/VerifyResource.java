package dev.usher.rest;

import static dev.usher.ErrorCode.VERIFY_USER_ALREADY_VERIFIED;
import static dev.usher.ErrorCode.VERIFY_USER_BAD_TOKEN;

import dev.usher.Email;
import dev.usher.User;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code POST /request-verify-token} and {@code POST /verify}: a user shows that her address is hers.
 *
 * <p>The first always answers 202, whether or not the address has an account. The second answers 200 with the view of
 * the verified user; 400 {@code VERIFY_USER_BAD_TOKEN} or {@code VERIFY_USER_ALREADY_VERIFIED}. Both: 422.
 *
 * @param <U> the application's user type
 * @param <R> what a client sees
 */
public abstract class VerifyResource<U extends User<?>, R extends UserRead<U>> extends UsherResource<U> {

    private static final TypeArgument<UserRead<?>> VIEW = TypeArgument.of(VerifyResource.class, 1, UserRead.class);

    @POST
    @Path("request-verify-token")
    @JsonBody(AddressBody.class)
    @Operation(operationId = "requestVerifyToken", summary = "Ask for mail that verifies an address")
    @Tag(name = "auth")
    @APIResponse(responseCode = "202", description = "Whether or not the address has an account")
    public Response requestVerifyToken() {
        manager().requestVerify(Email.of(usher.body(AddressBody.class).email));
        return usher.responses().nothing(Status.ACCEPTED);
    }

    @POST
    @Path("verify")
    @JsonBody(TokenBody.class)
    @Operation(operationId = "verify", summary = "Verify an address with the token that was mailed")
    @Tag(name = "auth")
    @APIResponse(responseCode = "200", description = "The user, verified")
    @Refuses({VERIFY_USER_BAD_TOKEN, VERIFY_USER_ALREADY_VERIFIED})
    public Response verify() {
        User<?> user = manager().verify(usher.body(TokenBody.class).token);
        return usher.responses().view(Status.OK, user, Views.of(VIEW.get(getClass()), user));
    }

    /** A verify token. */
    @SuppressWarnings("NullAway.Init") // filled by JSON-B, and validated before anybody reads it
    public static class TokenBody {
        @NotNull public String token;
    }
}
