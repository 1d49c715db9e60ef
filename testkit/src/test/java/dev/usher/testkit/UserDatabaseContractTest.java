package dev.usher.testkit;

import dev.usher.UserDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Nested;

class UserDatabaseContractTest {

    @Nested
    class InMemory extends RoundTable implements UserDatabaseContract<Knight, UUID> {}

    @Nested
    class InMemoryWithNumbers implements UserDatabaseContract<Page, Long> {

        private final InMemoryTransactions transactions = new InMemoryTransactions();
        private final UserDatabase<Page, Long> users =
                new InMemoryUserDatabase<>(transactions, Page::new, Ids.ascendingLongs(), (from, to) -> {});

        @Override
        public UserDatabase<Page, Long> users() {
            return users;
        }

        @Override
        public InMemoryTransactions transactions() {
            return transactions;
        }

        @Override
        public Long unknownId() {
            return Long.MAX_VALUE;
        }
    }
}
