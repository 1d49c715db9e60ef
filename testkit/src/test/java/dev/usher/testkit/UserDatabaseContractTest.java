package dev.usher.testkit;

import dev.usher.UserDatabase;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;

class UserDatabaseContractTest {

    @Nested
    class InMemory extends RoundTable implements UserDatabaseContract<Knight, UUID> {}

    @Nested
    class InMemoryWithNumbers implements UserDatabaseContract<Page, Long> {

        private final AtomicLong unknown = new AtomicLong(Long.MAX_VALUE);
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
            return unknown.decrementAndGet();
        }
    }

    @Nested
    class InMemoryWithAssignedTexts implements UserDatabaseContract<Squire, String> {

        private final AtomicInteger names = new AtomicInteger();
        private final InMemoryTransactions transactions = new InMemoryTransactions();
        private final UserDatabase<Squire, String> users =
                new InMemoryUserDatabase<>(transactions, Squire::new, Ids.assignedTexts(), (from, to) -> {});

        @Override
        public UserDatabase<Squire, String> users() {
            return users;
        }

        @Override
        public InMemoryTransactions transactions() {
            return transactions;
        }

        @Override
        public String unknownId() {
            return "squire " + names.incrementAndGet();
        }

        @Override
        public void prepare(Squire squire) {
            squire.id(unknownId());
        }
    }

    /** As JPA is. */
    @Nested
    class InMemoryWithDoomedTransactions implements UserDatabaseContract<Knight, UUID> {

        private final DoomedTransactions transactions = new DoomedTransactions();
        private final UserDatabase<Knight, UUID> users = transactions.users();

        @Override
        public UserDatabase<Knight, UUID> users() {
            return users;
        }

        @Override
        public DoomedTransactions transactions() {
            return transactions;
        }

        @Override
        public UUID unknownId() {
            return UUID.randomUUID();
        }

        @Override
        public boolean survivesDuplicates() {
            return false;
        }
    }
}
