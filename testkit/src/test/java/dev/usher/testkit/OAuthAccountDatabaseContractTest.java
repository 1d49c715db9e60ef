package dev.usher.testkit;

import dev.usher.spi.OAuthAccountDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Nested;

class OAuthAccountDatabaseContractTest {

    @Nested
    class InMemory extends RoundTable implements OAuthAccountDatabaseContract<Knight, UUID> {

        private final OAuthAccountDatabase<Knight, UUID> oauthAccounts =
                new InMemoryOAuthAccounts<>(transactions, knights);

        @Override
        public OAuthAccountDatabase<Knight, UUID> oauthAccounts() {
            return oauthAccounts;
        }
    }

    @Nested
    class InMemoryWithDoomedTransactions extends DoomedRoundTable
            implements OAuthAccountDatabaseContract<Knight, UUID> {

        private final OAuthAccountDatabase<Knight, UUID> oauthAccounts = transactions.oauthAccounts();

        @Override
        public OAuthAccountDatabase<Knight, UUID> oauthAccounts() {
            return oauthAccounts;
        }
    }
}
