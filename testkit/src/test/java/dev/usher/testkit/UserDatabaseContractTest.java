package dev.usher.testkit;

import java.util.UUID;
import org.junit.jupiter.api.Nested;

class UserDatabaseContractTest {

    @Nested
    class InMemory extends RoundTable implements UserDatabaseContract<Knight, UUID> {}

    @Nested
    class InMemoryWithNumbers extends PageTable implements UserDatabaseContract<Page, Long> {}

    @Nested
    class InMemoryWithAssignedTexts extends SquireTable implements UserDatabaseContract<Squire, String> {}

    @Nested
    class InMemoryWithDoomedTransactions extends DoomedRoundTable implements UserDatabaseContract<Knight, UUID> {}
}
