package dev.usher.testkit;

import dev.usher.Email;
import dev.usher.ErrorCode;
import dev.usher.UserDatabase;
import dev.usher.UsersException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class UnreachableDatabaseContractTest {

    private static final Proof PROOF =
            Proof.that(UnreachableDatabaseContract.class, UnreachableDatabaseContractTest.class);

    @Nested
    class Translated extends UnreachableRoundTable {}

    @TestFactory
    Stream<DynamicTest> everyFaultIsFound() {
        return PROOF.everyFaultIsFound();
    }

    @Test
    void everyTestIsSeenToFail() {
        PROOF.everyTestIsSeenToFail();
    }

    static class UnreachableRoundTable extends RoundTable implements UnreachableDatabaseContract<Knight, UUID> {

        RuntimeException failure() {
            return new UsersException(ErrorCode.SERVICE_UNAVAILABLE, new IllegalStateException("connection refused"));
        }

        @Override
        UserDatabase<Knight, UUID> broken(InMemoryUserDatabase<Knight, UUID> good) {
            return new ForwardingUserDatabase(good) {
                @Override
                public Optional<Knight> findById(UUID id) {
                    throw failure();
                }

                @Override
                public Optional<Knight> findByEmail(Email email) {
                    throw failure();
                }

                @Override
                public boolean insert(Knight user) {
                    throw failure();
                }

                @Override
                public boolean delete(UUID id) {
                    throw failure();
                }
            };
        }
    }

    /** Lets the driver's exception through. */
    @Fault({
        "findById_saysThatTheDatabaseIsUnreachable",
        "findByEmail_saysThatTheDatabaseIsUnreachable",
        "insert_saysThatTheDatabaseIsUnreachable",
        "delete_saysThatTheDatabaseIsUnreachable",
    })
    static class UntranslatedUserDatabase extends UnreachableRoundTable {
        @Override
        RuntimeException failure() {
            return new IllegalStateException("connection refused");
        }
    }

    /** Says that nobody is there because it could not look. */
    @Fault({"findById_saysThatTheDatabaseIsUnreachable", "findByEmail_saysThatTheDatabaseIsUnreachable"})
    static class SilentUserDatabase extends UnreachableRoundTable {
        @Override
        UserDatabase<Knight, UUID> broken(InMemoryUserDatabase<Knight, UUID> good) {
            return new ForwardingUserDatabase(super.broken(good)) {
                @Override
                public Optional<Knight> findById(UUID id) {
                    return Optional.empty();
                }

                @Override
                public Optional<Knight> findByEmail(Email email) {
                    return Optional.empty();
                }
            };
        }
    }
}
