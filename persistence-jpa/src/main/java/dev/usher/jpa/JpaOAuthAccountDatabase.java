package dev.usher.jpa;

import dev.usher.schema.Text;
import dev.usher.spi.OAuthAccount;
import dev.usher.spi.OAuthAccountDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Linked accounts as entities. A user is found by one statement.
 *
 * <p>Linking an account that is linked already answers {@code false} and <em>dooms the transaction</em>, for a user who
 * does not exist it only answers.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public final class JpaOAuthAccountDatabase<U extends BaseUserEntity<ID>, ID> implements OAuthAccountDatabase<U, ID> {

    private static final Comparator<OAuthAccount> BY_NAME = Comparator.comparing(
                    OAuthAccount::provider, JpaOAuthAccountDatabase::compareUtf8)
            .thenComparing(OAuthAccount::accountId, JpaOAuthAccountDatabase::compareUtf8);
    private static final String NAMED = " WHERE a.provider = :provider AND a.accountId = :accountId";

    private final Work work;
    private final UserEntities<U, ID> users;
    private final EntityClass<? extends BaseOAuthAccountEntity<ID>> accounts;

    /**
     * Connects to nothing yet.
     *
     * @param userType an entity class with a constructor without parameters
     * @param accountType likewise
     * @throws IllegalArgumentException if one of them is none
     */
    public JpaOAuthAccountDatabase(
            EntityManagers entityManagers, Class<U> userType, Class<? extends BaseOAuthAccountEntity<ID>> accountType) {
        this.work = new Work(entityManagers);
        this.users = new UserEntities<>(userType);
        this.accounts = new EntityClass<>(accountType);
    }

    @Override
    public Optional<U> findUser(String provider, String accountId) {
        if (!Text.isStorable(provider) || !Text.isStorable(accountId)) {
            return Optional.empty();
        }
        return work.read(manager -> {
            UserEntities.Mapping<ID> names = users.mapping(manager);
            String jpql = "SELECT u FROM " + names.entity() + " u, " + accounts.name(manager) + " a" + NAMED
                    + " AND a.userId = " + names.id();
            return users.find(manager, jpql, Map.of("provider", provider, "accountId", accountId));
        });
    }

    @Override
    public List<OAuthAccount> findAccounts(ID userId) {
        return work.read(manager -> users.idType(manager).isPossible(userId) ? accountsOf(manager, userId) : List.of());
    }

    @Override
    public boolean link(ID userId, OAuthAccount account) {
        return work.write(false, manager -> {
            if (users.lock(manager, userId).isEmpty()) {
                return false;
            }
            BaseOAuthAccountEntity<ID> row = accounts.newObject();
            row.link(userId, account);
            manager.persist(row);
            manager.flush();
            manager.detach(row);
            return true;
        });
    }

    @Override
    public boolean update(ID userId, OAuthAccount account) {
        return work.write(manager -> {
            String jpql = "UPDATE " + accounts.name(manager) + " a SET a.accountEmail = :accountEmail,"
                    + " a.accessToken = :accessToken, a.refreshToken = :refreshToken, a.expiresAt = :expiresAt" + NAMED
                    + " AND a.userId = :userId";
            Query update = manager.createQuery(jpql)
                    .setParameter("accountEmail", account.accountEmail())
                    .setParameter("accessToken", account.accessToken())
                    .setParameter("refreshToken", account.refreshToken())
                    .setParameter("expiresAt", BaseOAuthAccountEntity.seconds(account.expiresAt()));
            return changes(manager, update, userId, account.provider(), account.accountId());
        });
    }

    @Override
    public boolean unlink(ID userId, String provider, String accountId) {
        return work.write(manager -> {
            String jpql = "DELETE FROM " + accounts.name(manager) + " a" + NAMED + " AND a.userId = :userId";
            return changes(manager, manager.createQuery(jpql), userId, provider, accountId);
        });
    }

    private boolean changes(EntityManager manager, Query query, ID userId, String provider, String accountId) {
        return users.idType(manager).isPossible(userId)
                && Text.isStorable(provider)
                && Text.isStorable(accountId)
                && query.setParameter("userId", userId)
                                .setParameter("provider", provider)
                                .setParameter("accountId", accountId)
                                .executeUpdate()
                        > 0;
    }

    private List<OAuthAccount> accountsOf(EntityManager manager, ID userId) {
        String jpql = "SELECT a FROM " + accounts.name(manager) + " a WHERE a.userId = :userId";
        List<? extends BaseOAuthAccountEntity<ID>> rows = manager.createQuery(jpql, accounts.type())
                .setParameter("userId", userId)
                .getResultList();
        rows.forEach(manager::detach);
        return rows.stream()
                .map(BaseOAuthAccountEntity::account)
                .sorted(BY_NAME)
                .toList();
    }

    private static int compareUtf8(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
