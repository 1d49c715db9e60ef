package dev.usher.rest;

import static dev.usher.ErrorCode.UPDATE_USER_CONFLICT;
import static dev.usher.ErrorCode.UPDATE_USER_EMAIL_ALREADY_EXISTS;
import static dev.usher.ErrorCode.UPDATE_USER_INVALID_PASSWORD;
import static dev.usher.ErrorCode.UPDATE_USER_LAST_SUPERUSER;

import dev.usher.User;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code GET} and {@code PATCH /me}: a signed-in user sees and changes herself. {@code GET}, {@code PATCH} and
 * {@code DELETE /{id}}: a superuser sees, changes and deletes anybody.
 *
 * <p>200 with the view of the user and an {@code ETag}, 204 after a deletion; 401; 403; 404 for an unknown id; 412
 * {@code UPDATE_USER_CONFLICT} for an {@code If-Match} that names another version; 400
 * {@code UPDATE_USER_INVALID_PASSWORD} with a reason (checked first), {@code UPDATE_USER_EMAIL_ALREADY_EXISTS} or
 * {@code UPDATE_USER_LAST_SUPERUSER}; 422; 503. A user who changes her password by a cookie is given a new one.
 *
 * @param <U> the application's user type
 * @param <P> what a user may send about herself; a superuser may send it too
 * @param <A> what only a superuser may send
 * @param <R> what a client sees
 */
public abstract class UsersResource<
                U extends User<?>, P extends UserUpdate<U>, A extends AdminUpdate<U>, R extends UserRead<U>>
        extends UsherResource<U> {

    private static final TypeArgument<UserUpdate<?>> PROFILE =
            TypeArgument.of(UsersResource.class, 1, UserUpdate.class);
    private static final TypeArgument<AdminUpdate<?>> ADMIN =
            TypeArgument.of(UsersResource.class, 2, AdminUpdate.class);
    private static final TypeArgument<UserRead<?>> VIEW = TypeArgument.of(UsersResource.class, 3, UserRead.class);

    @GET
    @Path("me")
    @Authenticated
    @Operation(operationId = "me", summary = "See oneself")
    @Tag(name = "users")
    @APIResponse(responseCode = "200", description = "The caller")
    public Response me() {
        return view(usher.caller().user());
    }

    @PATCH
    @Path("me")
    @JsonBody(UserUpdate.class)
    @Authenticated
    @Operation(operationId = "updateMe", summary = "Change oneself")
    @Tag(name = "users")
    @APIResponse(responseCode = "200", description = "The caller, changed")
    @Refuses({UPDATE_USER_INVALID_PASSWORD, UPDATE_USER_EMAIL_ALREADY_EXISTS, UPDATE_USER_CONFLICT})
    public Response updateMe() {
        @SuppressWarnings("unchecked") // the body is of the type the application names for P
        UserUpdate<User<Object>> body = (UserUpdate<User<Object>>) usher.body(PROFILE.get(getClass()));
        User<Object> user = manager()
                .update(caller().id(), body.edit(null), usher.editable())
                .orElseThrow(usher::ended);
        return usher.signedInAgain(user, view(user));
    }

    @GET
    @Path("{id}")
    @Authenticated(superuser = true)
    @Operation(operationId = "getUser", summary = "See a user")
    @Tag(name = "users")
    @APIResponse(responseCode = "200", description = "The user")
    public Response get(@PathParam("id") String id) {
        return view(find(id));
    }

    @PATCH
    @Path("{id}")
    @JsonBody({UserUpdate.class, AdminUpdate.class})
    @Authenticated(superuser = true)
    @SuppressWarnings("unchecked") // the bodies are of the types the application names for P and A
    @Operation(operationId = "updateUser", summary = "Change a user")
    @Tag(name = "users")
    @APIResponse(responseCode = "200", description = "The user, changed")
    @Refuses({
        UPDATE_USER_INVALID_PASSWORD,
        UPDATE_USER_EMAIL_ALREADY_EXISTS,
        UPDATE_USER_LAST_SUPERUSER,
        UPDATE_USER_CONFLICT
    })
    public Response update(@PathParam("id") String id) {
        User<Object> found = find(id);
        Bodies bodies = usher.bodies();
        UserUpdate<User<Object>> profile = (UserUpdate<User<Object>>) bodies.read(PROFILE.get(getClass()));
        AdminUpdate<User<Object>> admin = (AdminUpdate<User<Object>>) bodies.read(ADMIN.get(getClass()));
        bodies.requireValid();
        User<Object> user = manager()
                .update(usher.actor(caller().id()), found.id(), admin.edit(profile), usher.editable())
                .orElseThrow(NotFoundException::new);
        return usher.signedInAgain(user, view(user));
    }

    @DELETE
    @Path("{id}")
    @Authenticated(superuser = true)
    @Operation(operationId = "deleteUser", summary = "Delete a user")
    @Tag(name = "users")
    @APIResponse(responseCode = "204", description = "The user is gone")
    @Refuses({UPDATE_USER_LAST_SUPERUSER, UPDATE_USER_CONFLICT})
    public Response delete(@PathParam("id") String id) {
        if (!manager().delete(usher.actor(caller().id()), find(id).id(), usher.editable())) {
            throw new NotFoundException();
        }
        return Response.noContent().build();
    }

    private User<Object> find(String id) {
        return manager().parseId(id).flatMap(manager()::find).orElseThrow(NotFoundException::new);
    }

    private Response view(User<?> user) {
        return usher.responses().view(Status.OK, user, Views.of(VIEW.get(getClass()), user));
    }
}
