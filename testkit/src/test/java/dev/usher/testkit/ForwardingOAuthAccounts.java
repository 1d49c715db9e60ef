package dev.usher.testkit;

import dev.usher.spi.OAuthAccount;
import dev.usher.spi.OAuthAccountDatabase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Good accounts to break in one place. */
class ForwardingOAuthAccounts implements OAuthAccountDatabase<Knight, UUID> {

    private final OAuthAccountDatabase<Knight, UUID> good;

    ForwardingOAuthAccounts(OAuthAccountDatabase<Knight, UUID> good) {
        this.good = good;
    }

    @Override
    public Optional<Knight> findUser(String provider, String accountId) {
        return good.findUser(provider, accountId);
    }

    @Override
    public List<OAuthAccount> findAccounts(UUID userId) {
        return good.findAccounts(userId);
    }

    @Override
    public boolean link(UUID userId, OAuthAccount account) {
        return good.link(userId, account);
    }

    @Override
    public boolean update(UUID userId, OAuthAccount account) {
        return good.update(userId, account);
    }

    @Override
    public boolean unlink(UUID userId, String provider, String accountId) {
        return good.unlink(userId, provider, accountId);
    }
}
