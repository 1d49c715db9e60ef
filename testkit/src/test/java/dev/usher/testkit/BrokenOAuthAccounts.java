package dev.usher.testkit;

import dev.usher.UserDatabase;
import dev.usher.spi.OAuthAccountDatabase;
import java.util.UUID;

/** Accounts that are their own subject; a fault overrides what it breaks. */
abstract class BrokenOAuthAccounts extends ForwardingOAuthAccounts
        implements OAuthAccountDatabaseContract<Knight, UUID> {

    private final RoundTable table;

    BrokenOAuthAccounts() {
        this(new RoundTable());
    }

    private BrokenOAuthAccounts(RoundTable table) {
        super(new InMemoryOAuthAccounts<>(table.transactions, table.knights));
        this.table = table;
    }

    @Override
    public OAuthAccountDatabase<Knight, UUID> oauthAccounts() {
        return this;
    }

    @Override
    public UserDatabase<Knight, UUID> users() {
        return table.users();
    }

    @Override
    public InMemoryTransactions transactions() {
        return table.transactions();
    }

    @Override
    public UUID unknownId() {
        return table.unknownId();
    }
}
