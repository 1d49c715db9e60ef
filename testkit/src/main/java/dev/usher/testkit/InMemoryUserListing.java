package dev.usher.testkit;

import dev.usher.BaseUser;
import dev.usher.spi.UserFilter;
import dev.usher.spi.UserListing;
import dev.usher.spi.UserPage;
import dev.usher.spi.UserPage.Order;
import dev.usher.spi.UserPage.Request;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists the users of an {@link InMemoryUserDatabase}. Thread-safe.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id, whose natural order is the database's
 */
public final class InMemoryUserListing<U extends BaseUser<ID>, ID extends Comparable<? super ID>>
        implements UserListing<U> {

    private final InMemoryUserDatabase<U, ID> users;

    /** Lists this database. */
    public InMemoryUserListing(InMemoryUserDatabase<U, ID> users) {
        this.users = users;
    }

    @Override
    public UserPage<U> list(UserFilter filter, Request request) {
        String after = request.after();
        Predicate<U> follows = after == null ? user -> true : follows(request.order(), after);
        List<U> rest = passing(filter)
                .filter(follows)
                .sorted(comparator(request.order()))
                .limit(request.limit() + 1L)
                .toList();
        if (rest.size() <= request.limit()) {
            return new UserPage<>(rest, null);
        }
        List<U> page = rest.subList(0, request.limit());
        return new UserPage<>(page, key(request.order(), page.get(page.size() - 1)));
    }

    @Override
    public long count(UserFilter filter) {
        return passing(filter).count();
    }

    private Stream<U> passing(UserFilter filter) {
        String prefix = filter.emailPrefix();
        return users.findAll().stream()
                .filter(user -> isWanted(filter.active(), user.active()))
                .filter(user -> isWanted(filter.superuser(), user.superuser()))
                .filter(user -> isWanted(filter.verified(), user.verified()))
                .filter(user -> prefix == null || user.email().value().startsWith(prefix));
    }

    private static boolean isWanted(@Nullable Boolean wanted, boolean flag) {
        return wanted == null || wanted == flag;
    }

    private Comparator<U> comparator(Order order) {
        return order == Order.ID
                ? Comparator.comparing(U::id)
                : Comparator.comparing(user -> user.email().value(), Utf8.ORDER);
    }

    private String key(Order order, U user) {
        return order + ":" + (order == Order.ID ? user.id() : user.email());
    }

    private Predicate<U> follows(Order order, String after) {
        String start = order + ":";
        String last = after.startsWith(start) ? after.substring(start.length()) : "";
        return order == Order.ID ? followsId(last) : followsEmail(last);
    }

    private Predicate<U> followsId(String last) {
        ID id = users.parseId(last).orElseThrow(InMemoryUserListing::noKey);
        return user -> user.id().compareTo(id) > 0;
    }

    private Predicate<U> followsEmail(String last) {
        if (!last.contains("@") || Hostile.isNoIdAtAll(last)) {
            throw noKey();
        }
        return user -> Utf8.ORDER.compare(user.email().value(), last) > 0;
    }

    private static IllegalArgumentException noKey() {
        return new IllegalArgumentException("no key of this order");
    }
}
