package dev.usher.testkit;

import dev.usher.spi.AccessTokenDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Nested;

class AccessTokenDatabaseContractTest {

    @Nested
    class InMemory extends RoundTable implements AccessTokenDatabaseContract<Knight, UUID> {

        private final AccessTokenDatabase<Knight, UUID> accessTokens =
                new InMemoryAccessTokens<>(transactions, knights);

        @Override
        public AccessTokenDatabase<Knight, UUID> accessTokens() {
            return accessTokens;
        }
    }
}
