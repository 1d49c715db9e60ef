package dev.usher.testkit;

import dev.usher.spi.UserListing;
import java.util.UUID;
import org.junit.jupiter.api.Nested;

class UserListingContractTest {

    @Nested
    class InMemory extends RoundTable implements UserListingContract<Knight, UUID> {
        @Override
        public UserListing<Knight> listing() {
            return new InMemoryUserListing<>(knights);
        }
    }

    @Nested
    class InMemoryWithNumbers extends PageTable implements UserListingContract<Page, Long> {
        @Override
        public UserListing<Page> listing() {
            return new InMemoryUserListing<>(users);
        }
    }

    @Nested
    class InMemoryWithAssignedTexts extends SquireTable implements UserListingContract<Squire, String> {
        @Override
        public UserListing<Squire> listing() {
            return new InMemoryUserListing<>(users);
        }
    }
}
