package dev.usher.jpa;

import dev.usher.Email;
import dev.usher.UpdateOutcome;
import dev.usher.User;
import dev.usher.UserDatabase;
import dev.usher.schema.Text;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Users as entities of the application's own class.
 *
 * <p>Users are detached from the persistence context whenever they leave here: nothing is stored without
 * {@link #update}, and associations that were not loaded stay so. Deleting and updating honour the cascades and
 * callbacks of the entity; {@code @PreUpdate} sees a copy of the object that was given.
 *
 * <p>An insert or update that finds a duplicate <em>dooms the transaction</em>: it answers {@code false} or
 * {@link UpdateOutcome#EMAIL_TAKEN}, and nothing the transaction wrote is stored. A stale update does not. An update
 * reads the row first, under a lock; everything else is one statement. Outside of a transaction each write has one of
 * its own.
 *
 * <p>Errors that are no outage are the provider's {@link jakarta.persistence.PersistenceException}s.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public final class JpaUserDatabase<U extends BaseUserEntity<ID>, ID> implements UserDatabase<U, ID> {

    private final Work work;
    private final UserEntities<U, ID> users;

    /**
     * Connects to nothing yet.
     *
     * @param userType an entity class with a constructor without parameters
     * @throws IllegalArgumentException if it is none
     */
    public JpaUserDatabase(EntityManagers entityManagers, Class<U> userType) {
        this.work = new Work(entityManagers);
        this.users = new UserEntities<>(userType);
    }

    @Override
    public U newUser() {
        return users.newUser();
    }

    @Override
    public Optional<ID> parseId(String text) {
        return work.read(users::idType).parse(text);
    }

    @Override
    public Optional<U> findById(ID id) {
        return work.read(manager -> users.idType(manager).isPossible(id)
                ? users.find(manager, users.byId(manager), Map.of("id", id))
                : Optional.empty());
    }

    @Override
    public Optional<U> findByEmail(Email email) {
        if (!Text.isStorable(email.value())) {
            return Optional.empty();
        }
        return work.read(manager -> {
            String entity = users.mapping(manager).entity();
            String jpql = "SELECT u FROM " + entity + " u WHERE u.email = :email";
            return users.find(manager, jpql, Map.of("email", email.value()));
        });
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the application makes the ids and this user has none
     * @throws IllegalArgumentException if she has one that could not be looked for
     */
    @Override
    public boolean insert(U user) {
        return work.write(false, manager -> {
            users.store(manager, List.of(user));
            return true;
        });
    }

    @Override
    public UpdateOutcome update(U user) {
        ID id = user.id();
        return work.write(UpdateOutcome.EMAIL_TAKEN, manager -> {
            manager.detach(user);
            Optional<U> stored = users.lock(manager, id);
            boolean fresh =
                    stored.filter(row -> row.rowVersion() == user.rowVersion()).isPresent();
            if (fresh) {
                manager.merge(user);
                manager.flush();
                raiseRowVersion(manager, stored.orElseThrow(), user);
            }
            stored.ifPresent(manager::detach);
            return fresh ? UpdateOutcome.UPDATED : UpdateOutcome.STALE;
        });
    }

    @Override
    public boolean delete(ID id) {
        return work.write(manager -> {
            Optional<U> user = users.lock(manager, id);
            user.ifPresent(manager::remove);
            manager.flush();
            return user.isPresent();
        });
    }

    @Override
    public Set<ID> lockActiveSuperusers(ID target) {
        return work.write(manager -> users.lockSuperusersAnd(manager, target).stream()
                .filter(user -> user.superuser() && user.active())
                .map(User::id)
                .collect(Collectors.toSet()));
    }

    /** The provider has raised it only if something else changed. */
    private void raiseRowVersion(EntityManager manager, U stored, U user) {
        if (stored.rowVersion() == user.rowVersion()) {
            UserEntities.Mapping<ID> names = users.mapping(manager);
            manager.createQuery("UPDATE " + names.entity() + " u SET u.rowVersion = u.rowVersion + 1 WHERE "
                            + names.id() + " = :id")
                    .setParameter("id", user.id())
                    .executeUpdate();
        }
        user.rowVersion(user.rowVersion() + 1);
    }
}
