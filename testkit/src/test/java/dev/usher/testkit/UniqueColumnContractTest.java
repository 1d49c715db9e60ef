package dev.usher.testkit;

import dev.usher.UpdateOutcome;
import dev.usher.UserDatabase;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class UniqueColumnContractTest {

    private static final Proof PROOF = Proof.that(UniqueColumnContract.class, UniqueColumnContractTest.class);

    @Nested
    class InMemory extends ShieldedRoundTable {
        @Override
        UserDatabase<Knight, UUID> broken(InMemoryUserDatabase<Knight, UUID> good) {
            return good.unique(knight -> knight.shield);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyFaultIsFound() {
        return PROOF.everyFaultIsFound();
    }

    @Test
    void everyTestIsSeenToFail() {
        PROOF.everyTestIsSeenToFail();
    }

    abstract static class ShieldedRoundTable extends RoundTable implements UniqueColumnContract<Knight, UUID> {
        @Override
        public String uniqueColumn(Knight knight) {
            return knight.shield;
        }

        @Override
        public void uniqueColumn(Knight knight, String device) {
            knight.shield = device;
        }
    }

    /** Has no constraint on the column. */
    @Fault({"insert_refusesATakenValueOfTheOwnColumn", "update_toATakenValueOfTheOwnColumnChangesNothing"})
    static class UnconstrainedUserDatabase extends ShieldedRoundTable {}

    /** Knows Usher's own columns only. */
    @Fault({"insert_storesTheOwnColumn", "update_storesTheOwnColumn", "update_toATakenValueOfTheOwnColumnChangesNothing"
    })
    static class BaseColumnsUserDatabase extends ShieldedRoundTable {
        @Override
        UserDatabase<Knight, UUID> broken(InMemoryUserDatabase<Knight, UUID> good) {
            good.unique(knight -> knight.shield);
            return new ForwardingUserDatabase(good) {
                @Override
                public Optional<Knight> findById(UUID id) {
                    return super.findById(id).map(knight -> {
                        knight.shield = "";
                        return knight;
                    });
                }
            };
        }
    }

    /** Takes a duplicate in an own column for a stale row. */
    @Fault("update_toATakenValueOfTheOwnColumnChangesNothing")
    static class ConfusedUserDatabase extends ShieldedRoundTable {
        @Override
        UserDatabase<Knight, UUID> broken(InMemoryUserDatabase<Knight, UUID> good) {
            good.unique(knight -> knight.shield);
            return new ForwardingUserDatabase(good) {
                @Override
                public UpdateOutcome update(Knight user) {
                    UpdateOutcome outcome = super.update(user);
                    return outcome == UpdateOutcome.EMAIL_TAKEN ? UpdateOutcome.STALE : outcome;
                }
            };
        }
    }
}
