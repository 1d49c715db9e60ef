package dev.usher.rest;

import dev.usher.User;
import dev.usher.spi.UserPage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code GET} on the resource itself: a superuser lists users, page by page.
 *
 * <p>Query: {@code order} ({@code id} or {@code email}), {@code limit} (1 to 1,000, 50 by default), {@code after} (what
 * the page before gave as {@code next}), the filters {@code is_active}, {@code is_superuser}, {@code is_verified} and
 * {@code email_prefix}, and {@code total=true} to have all who pass counted. 200 with {@code users}, {@code next}, which
 * is {@code null} on the last page, and {@code total}, which is {@code null} unless asked for; 401; 403; 422; 503.
 *
 * <p>The application produces a {@link dev.usher.spi.UserListing}.
 *
 * @param <U> the application's user type
 * @param <R> what a client sees of each
 */
public abstract class UserListResource<U extends User<?>, R extends UserRead<U>> extends UsherResource<U> {

    private static final TypeArgument<UserRead<?>> VIEW = TypeArgument.of(UserListResource.class, 1, UserRead.class);

    @GET
    @Authenticated(superuser = true)
    @Operation(operationId = "listUsers", summary = "List users, page by page")
    @Tag(name = "users")
    @APIResponse(responseCode = "200", description = "A page of users")
    public Response list() {
        UserListQuery query =
                UserListQuery.of(usher.state().request().getUriInfo().getQueryParameters());
        UserPage<? extends User<?>> page = query.page(usher.listing());
        Class<? extends UserRead<?>> view = VIEW.get(getClass());
        Long total = query.total() ? usher.listing().count(query.filter()) : null;
        return usher.responses()
                .view(new UserListRead(
                        page.users().stream().map(user -> Views.of(view, user)).toList(), page.next(), total));
    }
}
