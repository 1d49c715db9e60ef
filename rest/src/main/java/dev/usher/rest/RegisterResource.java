package dev.usher.rest;

import static dev.usher.ErrorCode.REGISTER_INVALID_PASSWORD;
import static dev.usher.ErrorCode.REGISTER_NOT_ALLOWED;
import static dev.usher.ErrorCode.REGISTER_USER_ALREADY_EXISTS;

import dev.usher.Email;
import dev.usher.User;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code POST /register}: anybody makes an account.
 *
 * <p>201 with the view of the user; 400 {@code REGISTER_INVALID_PASSWORD} with a reason (checked first) or
 * {@code REGISTER_USER_ALREADY_EXISTS}; 422; 503.
 *
 * @param <U> the application's user type
 * @param <C> what a client sends
 * @param <R> what a client sees
 */
public abstract class RegisterResource<U extends User<?>, C extends UserCreate<U>, R extends UserRead<U>>
        extends UsherResource<U> {

    private static final TypeArgument<UserCreate<?>> BODY =
            TypeArgument.of(RegisterResource.class, 1, UserCreate.class);
    private static final TypeArgument<UserRead<?>> VIEW = TypeArgument.of(RegisterResource.class, 2, UserRead.class);

    @POST
    @Path("register")
    @JsonBody(UserCreate.class)
    @Operation(operationId = "register", summary = "Make an account")
    @Tag(name = "auth")
    @APIResponse(responseCode = "201", description = "The new user")
    @Refuses({REGISTER_INVALID_PASSWORD, REGISTER_USER_ALREADY_EXISTS, REGISTER_NOT_ALLOWED})
    public Response register() {
        @SuppressWarnings("unchecked") // the body is of the type the application names for C
        C body = (C) usher.body(BODY.get(getClass()));
        User<?> user = manager().register(Email.of(body.email), body.password, made -> body.applyTo(own(made)));
        return usher.responses().view(Status.CREATED, user, Views.of(VIEW.get(getClass()), user));
    }
}
