package dev.usher.rest;

import static dev.usher.ErrorCode.RESET_PASSWORD_BAD_TOKEN;
import static dev.usher.ErrorCode.RESET_PASSWORD_INVALID_PASSWORD;

import dev.usher.Email;
import dev.usher.User;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code POST /forgot-password} and {@code POST /reset-password}: a user sets a new password by mail.
 *
 * <p>The first always answers 202, whether or not the address has an account. The second answers 200; 400
 * {@code RESET_PASSWORD_BAD_TOKEN}, or {@code RESET_PASSWORD_INVALID_PASSWORD} with a reason; 503. Both: 422.
 *
 * @param <U> the application's user type
 */
public abstract class ResetPasswordResource<U extends User<?>> extends UsherResource<U> {

    @POST
    @Path("forgot-password")
    @JsonBody(AddressBody.class)
    @Operation(operationId = "forgotPassword", summary = "Ask for mail to set a new password")
    @Tag(name = "auth")
    @APIResponse(responseCode = "202", description = "Whether or not the address has an account")
    public Response forgotPassword() {
        manager().forgotPassword(Email.of(usher.body(AddressBody.class).email));
        return usher.responses().nothing(Status.ACCEPTED);
    }

    @POST
    @Path("reset-password")
    @JsonBody(NewPasswordBody.class)
    @Operation(operationId = "resetPassword", summary = "Set a new password with the token that was mailed")
    @Tag(name = "auth")
    @APIResponse(responseCode = "200", description = "The password is set, and every older token has ended")
    @Refuses({RESET_PASSWORD_BAD_TOKEN, RESET_PASSWORD_INVALID_PASSWORD})
    public Response resetPassword() {
        NewPasswordBody body = usher.body(NewPasswordBody.class);
        manager().resetPassword(body.token, body.password);
        return usher.responses().nothing(Status.OK);
    }

    /** A reset token and the new password. */
    @SuppressWarnings("NullAway.Init") // filled by JSON-B, and validated before anybody reads it
    public static class NewPasswordBody {
        @NotNull public String token;

        @NotNull @Size(max = Limits.PASSWORD_CHARACTERS) public String password;
    }
}
