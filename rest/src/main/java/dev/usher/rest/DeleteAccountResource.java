package dev.usher.rest;

import static dev.usher.ErrorCode.DELETE_USER_BAD_PASSWORD;
import static dev.usher.ErrorCode.UPDATE_USER_LAST_SUPERUSER;

import dev.usher.User;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
    @JsonBody(PasswordBody.class)
    @Authenticated
    @Operation(operationId = "deleteMe", summary = "Delete one's own account")
    @Tag(name = "users")
    @APIResponse(responseCode = "204", description = "The account is gone")
    @Refuses({DELETE_USER_BAD_PASSWORD, UPDATE_USER_LAST_SUPERUSER})
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
