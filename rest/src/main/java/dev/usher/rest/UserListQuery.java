package dev.usher.rest;

import dev.usher.User;
import dev.usher.rest.json.InvalidRequest;
import dev.usher.rest.json.Violation;
import dev.usher.spi.UserFilter;
import dev.usher.spi.UserListing;
import dev.usher.spi.UserPage;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which users a superuser asks for, in the parameters of a URL. */
final class UserListQuery {

    private static final int USUAL_LIMIT = 50;

    private final MultivaluedMap<String, String> parameters;
    private final List<Violation> violations = new ArrayList<>();
    private final UserFilter filter;
    private final UserPage.Request page;
    private final boolean total;

    private UserListQuery(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
        this.filter =
                new UserFilter(flag("is_active"), flag("is_superuser"), flag("is_verified"), text("email_prefix"));
        this.page = new UserPage.Request(order(), text("after"), limit());
        this.total = Boolean.TRUE.equals(flag("total"));
    }

    /**
     * Reads the parameters; of a repeated one the first counts, unknown ones are ignored.
     *
     * @throws InvalidRequest with every violation there is
     */
    static UserListQuery of(MultivaluedMap<String, String> parameters) {
        UserListQuery query = new UserListQuery(parameters);
        if (!query.violations.isEmpty()) {
            throw new InvalidRequest(query.violations);
        }
        return query;
    }

    UserFilter filter() {
        return filter;
    }

    boolean total() {
        return total;
    }

    /** The page that is asked for; a key that is none of this order is the client's mistake. */
    <U extends User<?>> UserPage<U> page(UserListing<U> listing) {
        try {
            return listing.list(filter, page);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest(Violation.badParameter("after", "{dev.usher.after}"));
        }
    }

    private @Nullable String text(String name) {
        String text = parameters.getFirst(name);
        if (text != null && text.indexOf('\0') >= 0) {
            violations.add(Violation.badParameter(name, "{dev.usher.nul}"));
            return null;
        }
        return text;
    }

    private @Nullable Boolean flag(String name) {
        String text = parameters.getFirst(name);
        if (text == null || text.equals("true") || text.equals("false")) {
            return text == null ? null : Boolean.valueOf(text);
        }
        violations.add(Violation.badParameter(name, "{dev.usher.boolean}"));
        return null;
    }

    private UserPage.Order order() {
        String text = parameters.getFirst("order");
        if (text == null || text.equals("id") || text.equals("email")) {
            return text == null ? UserPage.Order.ID : UserPage.Order.valueOf(text.toUpperCase(Locale.ROOT));
        }
        violations.add(Violation.badParameter("order", "{dev.usher.order}"));
        return UserPage.Order.ID;
    }

    private int limit() {
        String text = parameters.getFirst("limit");
        if (text == null) {
            return USUAL_LIMIT;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= UserPage.Request.MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // answered like any other number that is none of these
        }
        violations.add(Violation.badParameter("limit", "{dev.usher.limit}"));
        return USUAL_LIMIT;
    }
}
