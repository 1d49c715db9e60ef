package dev.usher.testkit;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BulkInsertFaultsTest {

    private static final Proof PROOF = Proof.that(BulkInsertContract.class, BulkInsertFaults.class);

    @TestFactory
    Stream<DynamicTest> everyFaultIsFound() {
        return PROOF.everyFaultIsFound();
    }

    @Test
    void everyTestIsSeenToFail() {
        PROOF.everyTestIsSeenToFail();
    }
}
