package dev.usher.rest;

import dev.usher.Email;
import dev.usher.User;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

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
    @JsonBody
    public Response forgotPassword() {
        manager().forgotPassword(Email.of(usher.body(AddressBody.class).email));
        return usher.responses().nothing(Status.ACCEPTED);
    }

    @POST
    @Path("reset-password")
    @JsonBody
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
