package dev.usher.testkit;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class UserDatabaseFaultsTest {

    private static final Proof PROOF = Proof.that(
            UserDatabaseContract.class,
            UserInsertFaults.class,
            UserFindFaults.class,
            UserUpdateFaults.class,
            UserDeleteFaults.class,
            SuperuserLockFaults.class,
            UserStatementFaults.class);

    @TestFactory
    Stream<DynamicTest> everyFaultIsFound() {
        return PROOF.everyFaultIsFound();
    }

    @Test
    void everyTestIsSeenToFail() {
        PROOF.everyTestIsSeenToFail();
    }
}
