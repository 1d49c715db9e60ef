package dev.usher.testkit;

import dev.usher.spi.Transactions;
import org.junit.jupiter.api.Nested;

class TransactionsContractTest {

    @Nested
    class InMemory extends InMemoryRows implements TransactionsContract {}

    /** The same without a second writer, as SQLite. */
    @Nested
    class InMemoryWithOneWriter extends InMemoryRows implements TransactionsContract {
        @Override
        public boolean hasOneWriter() {
            return true;
        }
    }

    static class InMemoryRows implements TransactionsSubject {

        private final InMemoryTransactions transactions = new InMemoryTransactions();
        private final InMemoryTable<String, String> rows = new InMemoryTable<>(transactions);

        @Override
        public Transactions transactions() {
            return transactions;
        }

        @Override
        public void write(String key) {
            rows.put(key, key);
        }

        @Override
        public boolean exists(String key) {
            return rows.find(key).isPresent();
        }
    }
}
