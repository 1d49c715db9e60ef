package dev.usher.jpa;

import dev.usher.schema.Identifier;
import dev.usher.schema.Text;
import dev.usher.spi.RevokedTokenDatabase;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Revoked token ids as entities. A user is found by one statement, and a second revocation dooms no transaction.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public final class JpaRevokedTokenDatabase<U extends BaseUserEntity<ID>, ID> implements RevokedTokenDatabase<U, ID> {

    private static final int MAX_LENGTH = 255;

    private final Work work;
    private final UserEntities<U, ID> users;
    private final EntityClass<?> tokens;
    private final String revoke;

    /**
     * Connects to nothing yet.
     *
     * @param userType an entity class with a constructor without parameters
     * @param tokenType likewise
     * @throws IllegalArgumentException if one of them is none
     */
    public JpaRevokedTokenDatabase(
            EntityManagers entityManagers, Class<U> userType, Class<? extends BaseRevokedTokenEntity> tokenType) {
        this.work = new Work(entityManagers);
        this.users = new UserEntities<>(userType);
        this.tokens = new EntityClass<>(tokenType);
        this.revoke = "INSERT INTO " + tableOf(tokenType)
                + " (\"token_id\", \"expires_at\") VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    }

    @Override
    public Optional<U> findUser(ID id, String tokenId) {
        if (!isTokenId(tokenId)) {
            return Optional.empty();
        }
        return work.read(manager -> {
            if (!users.idType(manager).isPossible(id)) {
                return Optional.empty();
            }
            String jpql = users.byId(manager) + " AND NOT EXISTS (SELECT t.tokenId FROM " + tokens.name(manager)
                    + " t WHERE t.tokenId = :tokenId)";
            return users.find(manager, jpql, Map.of("id", id, "tokenId", tokenId));
        });
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the token id is not of that shape
     */
    @Override
    public boolean revoke(String tokenId, Instant expiresAt) {
        if (!isTokenId(tokenId)) {
            throw new IllegalArgumentException("a token id has 1 to " + MAX_LENGTH + " characters and no U+0000");
        }
        // rounded up to the precision of the column, so that the row does not go before the token
        Instant kept = expiresAt.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
        return work.write(manager -> manager.createNativeQuery(revoke)
                        .setParameter(1, tokenId)
                        .setParameter(2, kept)
                        .executeUpdate()
                == 1);
    }

    @Override
    public int purgeExpired(Instant now, int limit) {
        ExpiringRows.requirePositive(limit);
        return work.write(manager -> new ExpiringRows(tokens.name(manager), "tokenId").purge(manager, now, limit));
    }

    private static String tableOf(Class<?> entity) {
        Table table = entity.getAnnotation(Table.class);
        if (table == null || table.name().isEmpty()) {
            throw new IllegalArgumentException(entity.getName() + " needs its table's name in @Table");
        }
        Identifier name = new Identifier(table.name());
        return table.schema().isEmpty() ? name.quoted() : new Identifier(table.schema()).quoted(name);
    }

    private static boolean isTokenId(String tokenId) {
        return !tokenId.isEmpty() && tokenId.length() <= MAX_LENGTH && Text.isStorable(tokenId);
    }
}
