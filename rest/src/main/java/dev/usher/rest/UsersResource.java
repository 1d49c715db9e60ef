package dev.usher.rest;

import dev.usher.User;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/**
 * {@code GET /me}: a signed-in user sees herself.
 *
 * <p>200 with the view of the user; 401; 403 where a verified address is required.
 *
 * @param <U> the application's user type
 * @param <R> what a client sees
 */
public abstract class UsersResource<U extends User<?>, R extends UserRead<U>> extends UsherResource<U> {

    private static final TypeArgument<UserRead<?>> VIEW = TypeArgument.of(UsersResource.class, 1, UserRead.class);

    @GET
    @Path("me")
    @Authenticated
    public Response me() {
        return usher.responses()
                .view(Status.OK, Views.of(VIEW.get(getClass()), usher.caller().user()));
    }
}
