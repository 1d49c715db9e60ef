package dev.usher.testkit;

import dev.usher.BaseUser;
import dev.usher.spi.OAuthAccount;
import dev.usher.spi.OAuthAccountDatabase;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Accounts at providers in memory, for the tests of an application. Writes take part in the transactions, and accounts
 * go when their user goes. Thread-safe.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public final class InMemoryOAuthAccounts<U extends BaseUser<ID>, ID> implements OAuthAccountDatabase<U, ID> {

    private static final Comparator<OAuthAccount> ORDER =
            Comparator.comparing(OAuthAccount::provider, Utf8.ORDER).thenComparing(OAuthAccount::accountId, Utf8.ORDER);

    private final InMemoryTransactions transactions;
    private final InMemoryUserDatabase<U, ID> users;
    private final InMemoryTable<Key, Link<ID>> links;

    /**
     * Makes an empty database.
     *
     * @param users where the users are, over the same transactions
     */
    public InMemoryOAuthAccounts(InMemoryTransactions transactions, InMemoryUserDatabase<U, ID> users) {
        this.transactions = transactions;
        this.users = users;
        this.links = new InMemoryTable<>(transactions);
        users.onDelete(id -> links.removeIf(link -> link.isOf(id)));
    }

    @Override
    public Optional<U> findUser(String provider, String accountId) {
        return links.find(new Key(provider, accountId)).map(Link::userId).flatMap(users::findById);
    }

    @Override
    public List<OAuthAccount> findAccounts(ID userId) {
        return links.values().stream()
                .filter(link -> link.isOf(userId))
                .map(Link::account)
                .sorted(ORDER)
                .toList();
    }

    @Override
    public boolean link(ID userId, OAuthAccount account) {
        return transactions.inTransaction(() -> {
            boolean free =
                    users.holds(userId) && links.findForUpdate(Key.of(account)).isEmpty();
            if (free) {
                links.put(Key.of(account), new Link<>(userId, account));
            }
            return free;
        });
    }

    @Override
    public boolean update(ID userId, OAuthAccount account) {
        return transactions.inTransaction(() -> {
            boolean hers = isLinked(userId, Key.of(account));
            if (hers) {
                links.put(Key.of(account), new Link<>(userId, account));
            }
            return hers;
        });
    }

    @Override
    public boolean unlink(ID userId, String provider, String accountId) {
        Key key = new Key(provider, accountId);
        return transactions.inTransaction(() -> {
            boolean hers = isLinked(userId, key);
            if (hers) {
                links.remove(key);
            }
            return hers;
        });
    }

    private boolean isLinked(ID userId, Key key) {
        return links.findForUpdate(key).filter(link -> link.isOf(userId)).isPresent();
    }

    private record Key(String provider, String accountId) {
        static Key of(OAuthAccount account) {
            return new Key(account.provider(), account.accountId());
        }
    }

    private record Link<ID>(ID userId, OAuthAccount account) {
        boolean isOf(ID id) {
            return userId.equals(id);
        }
    }
}
