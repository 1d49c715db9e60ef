package dev.usher.testkit;

import dev.usher.spi.AccessToken;
import dev.usher.spi.AccessTokenDatabase;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Access tokens that are their own subject; a fault overrides what it breaks. */
abstract class BrokenAccessTokens extends RoundTable
        implements AccessTokenDatabase<Knight, UUID>, AccessTokenDatabaseContract<Knight, UUID> {

    private final AccessTokenDatabase<Knight, UUID> good = new InMemoryAccessTokens<>(transactions, knights);

    @Override
    public AccessTokenDatabase<Knight, UUID> accessTokens() {
        return this;
    }

    @Override
    public void insert(AccessToken<UUID> token) {
        good.insert(token);
    }

    @Override
    public Optional<Knight> findUser(String digest, Instant now) {
        return good.findUser(digest, now);
    }

    @Override
    public boolean delete(String digest) {
        return good.delete(digest);
    }

    @Override
    public int purgeExpired(Instant now, int limit) {
        return good.purgeExpired(now, limit);
    }
}
