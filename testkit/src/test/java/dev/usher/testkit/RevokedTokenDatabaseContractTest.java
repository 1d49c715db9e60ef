package dev.usher.testkit;

import dev.usher.spi.RevokedTokenDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Nested;

class RevokedTokenDatabaseContractTest {

    @Nested
    class InMemory extends RoundTable implements RevokedTokenDatabaseContract<Knight, UUID> {

        private final RevokedTokenDatabase<Knight, UUID> revokedTokens =
                new InMemoryRevokedTokens<>(transactions(), users());

        @Override
        public RevokedTokenDatabase<Knight, UUID> revokedTokens() {
            return revokedTokens;
        }
    }
}
