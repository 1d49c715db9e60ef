package dev.usher.testkit;

import dev.usher.spi.BulkInsert;
import java.util.UUID;
import org.junit.jupiter.api.Nested;

class BulkInsertContractTest {

    @Nested
    class InMemory extends RoundTable implements BulkInsertContract<Knight, UUID> {
        @Override
        public BulkInsert<Knight> bulkInsert() {
            return new InMemoryBulkInsert<>(transactions, knights);
        }

        @Override
        public void spoil(Knight knight) {
            knight.shield = "a lion ".repeat(100);
        }
    }

    @Nested
    class InMemoryWithDoomedTransactions extends DoomedRoundTable implements BulkInsertContract<Knight, UUID> {
        @Override
        public BulkInsert<Knight> bulkInsert() {
            return new InMemoryBulkInsert<>(transactions.good, transactions.knights);
        }

        @Override
        public void spoil(Knight knight) {
            knight.shield = "a lion ".repeat(100);
        }
    }
}
