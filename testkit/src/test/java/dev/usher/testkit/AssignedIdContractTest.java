package dev.usher.testkit;

import dev.usher.UserDatabase;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AssignedIdContractTest {

    private static final Proof PROOF = Proof.that(AssignedIdContract.class, AssignedIdContractTest.class);

    @Nested
    class InMemory extends AssigningRoundTable {}

    @TestFactory
    Stream<DynamicTest> everyFaultIsFound() {
        return PROOF.everyFaultIsFound();
    }

    @Test
    void everyTestIsSeenToFail() {
        PROOF.everyTestIsSeenToFail();
    }

    static class AssigningRoundTable extends RoundTable implements AssignedIdContract<Knight, UUID> {
        @Override
        public void assignId(Knight knight, UUID id) {
            knight.id(id);
        }
    }

    /** Gives every user an id of its own choice. */
    @Fault({
        "insert_keepsTheAssignedId",
        "insert_refusesATakenId",
        "insert_letsExactlyOneOfManyConcurrentCallersHaveAnId",
    })
    static class OverridingUserDatabase extends AssigningRoundTable {
        @Override
        UserDatabase<Knight, UUID> broken(InMemoryUserDatabase<Knight, UUID> good) {
            return new ForwardingUserDatabase(good) {
                @Override
                public boolean insert(Knight user) {
                    user.id(UUID.randomUUID());
                    return super.insert(user);
                }
            };
        }
    }

    /** Looks whether the id is free, then writes. */
    @Fault("insert_letsExactlyOneOfManyConcurrentCallersHaveAnId")
    static class CheckThenAssignUserDatabase extends AssigningRoundTable {
        private final Window window = new Window();

        @Override
        UserDatabase<Knight, UUID> broken(InMemoryUserDatabase<Knight, UUID> good) {
            return new ForwardingUserDatabase(good) {
                @Override
                public boolean insert(Knight user) {
                    boolean free = user.hasId() && findById(user.id()).isEmpty();
                    window.open();
                    return super.insert(user) || free;
                }
            };
        }
    }

    /** Looks at addresses only, as a merge does. */
    @Fault({"insert_refusesATakenId"})
    static class OverwritingUserDatabase extends AssigningRoundTable {
        @Override
        UserDatabase<Knight, UUID> broken(InMemoryUserDatabase<Knight, UUID> good) {
            return new ForwardingUserDatabase(good) {
                @Override
                public boolean insert(Knight user) {
                    return super.insert(user)
                            || (!Window.isRunner() && findByEmail(user.email()).isEmpty());
                }
            };
        }
    }
}
