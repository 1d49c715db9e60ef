package dev.usher.testkit;

import dev.usher.User;
import dev.usher.UserDatabase;
import dev.usher.spi.RevokedTokenDatabase;
import java.time.Instant;
import java.util.Optional;

/**
 * Revoked tokens in memory, for the tests of an application. Writes take part in the transactions. Thread-safe.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public final class InMemoryRevokedTokens<U extends User<ID>, ID> implements RevokedTokenDatabase<U, ID> {

    private final InMemoryTransactions transactions;
    private final UserDatabase<U, ID> users;
    private final InMemoryTable<String, Instant> expiries;

    /**
     * Makes an empty database.
     *
     * @param users where the users are, over the same transactions
     */
    public InMemoryRevokedTokens(InMemoryTransactions transactions, UserDatabase<U, ID> users) {
        this.transactions = transactions;
        this.users = users;
        this.expiries = new InMemoryTable<>(transactions);
    }

    @Override
    public Optional<U> findUser(ID id, String tokenId) {
        return expiries.find(tokenId).isPresent() ? Optional.empty() : users.findById(id);
    }

    @Override
    public boolean revoke(String tokenId, Instant expiresAt) {
        return transactions.inTransaction(() -> {
            boolean fresh = expiries.findForUpdate(tokenId).isEmpty();
            if (fresh) {
                expiries.put(tokenId, expiresAt);
            }
            return fresh;
        });
    }

    @Override
    public int purgeExpired(Instant now, int limit) {
        return transactions.inTransaction(() -> expiries.purge(expiry -> !expiry.isAfter(now), limit));
    }
}
