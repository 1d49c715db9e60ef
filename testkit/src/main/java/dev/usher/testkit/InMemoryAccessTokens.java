package dev.usher.testkit;

import dev.usher.BaseUser;
import dev.usher.spi.AccessToken;
import dev.usher.spi.AccessTokenDatabase;
import java.time.Instant;
import java.util.Optional;

/**
 * Opaque access tokens in memory, for the tests of an application. Writes take part in the transactions, and tokens go
 * when their user goes. Thread-safe.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public final class InMemoryAccessTokens<U extends BaseUser<ID>, ID> implements AccessTokenDatabase<U, ID> {

    private final InMemoryTransactions transactions;
    private final InMemoryUserDatabase<U, ID> users;
    private final InMemoryTable<String, AccessToken<ID>> tokens;

    /**
     * Makes an empty database.
     *
     * @param users where the users are, over the same transactions
     */
    public InMemoryAccessTokens(InMemoryTransactions transactions, InMemoryUserDatabase<U, ID> users) {
        this.transactions = transactions;
        this.users = users;
        this.tokens = new InMemoryTable<>(transactions);
        users.onDelete(id -> tokens.removeIf(token -> token.userId().equals(id)));
    }

    @Override
    public void insert(AccessToken<ID> token) {
        transactions.inTransaction(() -> {
            if (!users.holds(token.userId())) {
                throw new IllegalStateException("there is no user " + token.userId());
            }
            if (tokens.findForUpdate(token.digest()).isPresent()) {
                throw new IllegalStateException("there is such a token already");
            }
            tokens.put(token.digest(), token);
            return token;
        });
    }

    @Override
    public Optional<U> findUser(String digest, Instant now) {
        return tokens.find(digest)
                .filter(token -> token.expiresAt().isAfter(now))
                .flatMap(token ->
                        users.findById(token.userId()).filter(user -> user.tokenVersion() == token.tokenVersion()));
    }

    @Override
    public boolean delete(String digest) {
        return transactions.inTransaction(() -> {
            boolean there = tokens.findForUpdate(digest).isPresent();
            if (there) {
                tokens.remove(digest);
            }
            return there;
        });
    }

    @Override
    public int purgeExpired(Instant now, int limit) {
        return transactions.inTransaction(
                () -> tokens.purge(token -> !token.expiresAt().isAfter(now), limit));
    }
}
