package dev.usher.jpa;

import dev.usher.schema.Text;
import dev.usher.spi.UserFilter;
import dev.usher.spi.UserListing;
import dev.usher.spi.UserPage;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages of users by key. By address they are in the order of the column, which is that of UTF-8 bytes on SQLite and, on
 * PostgreSQL, where its collation is {@code C}.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public final class JpaUserListing<U extends BaseUserEntity<ID>, ID> implements UserListing<U> {

    private static final int MAX_KEY = 1000;

    private final Work work;
    private final UserEntities<U, ID> users;

    /**
     * Connects to nothing yet.
     *
     * @param userType an entity class with a constructor without parameters
     * @throws IllegalArgumentException if it is none
     */
    public JpaUserListing(EntityManagers entityManagers, Class<U> userType) {
        this.work = new Work(entityManagers);
        this.users = new UserEntities<>(userType);
    }

    @Override
    public UserPage<U> list(UserFilter filter, UserPage.Request request) {
        return work.read(manager -> {
            String key = request.order() == UserPage.Order.ID
                    ? users.mapping(manager).id()
                    : "u.email";
            // the key first: of it and a prefix SQLite seeks the first
            Conditions conditions = new Conditions();
            conditions.add(key + " > :after", "after", after(manager, request));
            conditions.addAll(filter);
            TypedQuery<U> query =
                    users.query(manager, "SELECT u " + from(manager) + conditions.where() + " ORDER BY " + key);
            conditions.bind(query);
            return page(users.detached(manager, query.setMaxResults(request.limit() + 1)), request);
        });
    }

    @Override
    public long count(UserFilter filter) {
        return work.read(manager -> {
            Conditions conditions = Conditions.of(filter);
            TypedQuery<Long> query =
                    manager.createQuery("SELECT COUNT(u) " + from(manager) + conditions.where(), Long.class);
            conditions.bind(query);
            return query.getSingleResult();
        });
    }

    private String from(EntityManager manager) {
        return "FROM " + users.mapping(manager).entity() + " u";
    }

    private @Nullable Object after(EntityManager manager, UserPage.Request request) {
        String key = request.after();
        if (key == null) {
            return null;
        }
        String prefix = prefix(request.order());
        String rest = key.substring(Math.min(prefix.length(), key.length()));
        if (!key.startsWith(prefix) || key.length() > MAX_KEY || !Text.isStorable(key)) {
            throw noKey();
        }
        return request.order() == UserPage.Order.EMAIL
                ? rest
                : users.idType(manager).parse(rest).orElseThrow(JpaUserListing::noKey);
    }

    /** One user more was asked for than a page has, to see whether there is another page. */
    private UserPage<U> page(List<U> found, UserPage.Request request) {
        if (found.size() <= request.limit()) {
            return new UserPage<>(found, null);
        }
        List<U> page = found.subList(0, request.limit());
        return new UserPage<>(page, key(page.get(page.size() - 1), request.order()));
    }

    private String key(U user, UserPage.Order order) {
        return prefix(order) + (order == UserPage.Order.ID ? user.id() : user.email());
    }

    /** So that no key is taken for one of the other order. */
    private static String prefix(UserPage.Order order) {
        return order == UserPage.Order.ID ? "id:" : "email:";
    }

    private static IllegalArgumentException noKey() {
        return new IllegalArgumentException("this is no key to go on after in this order");
    }
}
