package dev.usher.testkit;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SchemaFaultsTest {

    private static final Proof PROOF =
            Proof.that(SchemaContract.class, CreateFaults.class, MigrateFaults.class, DifferencesFaults.class);

    @TestFactory
    Stream<DynamicTest> everyFaultIsFound() {
        return PROOF.everyFaultIsFound();
    }

    @Test
    void everyTestIsSeenToFail() {
        PROOF.everyTestIsSeenToFail();
    }
}
