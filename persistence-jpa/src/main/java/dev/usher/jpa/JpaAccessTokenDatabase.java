package dev.usher.jpa;

import dev.usher.schema.Text;
import dev.usher.spi.AccessToken;
import dev.usher.spi.AccessTokenDatabase;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Opaque access tokens as entities. A user is found by one statement. An insert that fails dooms the transaction.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public final class JpaAccessTokenDatabase<U extends BaseUserEntity<ID>, ID> implements AccessTokenDatabase<U, ID> {

    private final Work work;
    private final UserEntities<U, ID> users;
    private final EntityClass<? extends BaseAccessTokenEntity<ID>> tokens;

    /**
     * Connects to nothing yet.
     *
     * @param userType an entity class with a constructor without parameters
     * @param tokenType likewise
     * @throws IllegalArgumentException if one of them is none
     */
    public JpaAccessTokenDatabase(
            EntityManagers entityManagers, Class<U> userType, Class<? extends BaseAccessTokenEntity<ID>> tokenType) {
        this.work = new Work(entityManagers);
        this.users = new UserEntities<>(userType);
        this.tokens = new EntityClass<>(tokenType);
    }

    @Override
    public void insert(AccessToken<ID> token) {
        work.write(manager -> {
            BaseAccessTokenEntity<ID> row = tokens.newObject();
            row.fill(token);
            manager.persist(row);
            manager.flush();
            manager.detach(row);
            return true;
        });
    }

    @Override
    public Optional<U> findUser(String digest, Instant now) {
        if (!Text.isStorable(digest)) {
            return Optional.empty();
        }
        return work.read(manager -> {
            UserEntities.Mapping<ID> names = users.mapping(manager);
            String jpql = "SELECT u FROM " + names.entity() + " u, " + tokens.name(manager) + " t WHERE "
                    + "t.digest = :digest AND t.userId = " + names.id()
                    + " AND t.tokenVersion = u.tokenVersion AND t.expiresAt > :now";
            return users.find(manager, jpql, Map.of("digest", digest, "now", now));
        });
    }

    @Override
    public boolean delete(String digest) {
        return Text.isStorable(digest)
                && work.write(manager -> manager.createQuery(
                                        "DELETE FROM " + tokens.name(manager) + " t WHERE t.digest = :digest")
                                .setParameter("digest", digest)
                                .executeUpdate())
                        > 0;
    }

    @Override
    public int purgeExpired(Instant now, int limit) {
        ExpiringRows.requirePositive(limit);
        return work.write(manager -> new ExpiringRows(tokens.name(manager), "digest").purge(manager, now, limit));
    }
}
