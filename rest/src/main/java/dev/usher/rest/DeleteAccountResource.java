package dev.usher.rest;

import dev.usher.User;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * {@code DELETE /me}: a user deletes her own account, with JSON {@code password}.
 *
 * <p>204, and every cookie expires; 401; 403 where a verified address is required; 400 {@code DELETE_USER_BAD_PASSWORD}
 * or {@code UPDATE_USER_LAST_SUPERUSER}; 422; 503.
 *
 * @param <U> the application's user type
 */
public abstract class DeleteAccountResource<U extends User<?>> extends UsherResource<U> {

    @DELETE
    @Path("me")
    @JsonBody
    @Authenticated
    public Response deleteMe() {
        PasswordBody body = usher.body(PasswordBody.class);
        manager().delete(caller(), body.password);
        return usher.signedOut(Response.noContent().build());
    }

    /** The password of the account that shall go. */
    @SuppressWarnings("NullAway.Init") // filled by JSON-B, and validated before anybody reads it
    public static class PasswordBody {
        @NotNull @Size(max = Limits.PASSWORD_CHARACTERS) public String password;
    }
}
