package dev.usher.testkit;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LookUpContractTest {

    private static final Proof PROOF = Proof.that(LookUpContract.class, LookUpContractTest.class);

    @Nested
    class ByIndex extends ToyLookUps {}

    @TestFactory
    Stream<DynamicTest> everyFaultIsFound() {
        return PROOF.everyFaultIsFound();
    }

    @Test
    void everyTestIsSeenToFail() {
        PROOF.everyTestIsSeenToFail();
    }

    /** Has no index of the addresses in lower case. */
    @Fault("lookUps_areIndexSearches")
    static class ReadingEveryUser extends ToyLookUps {
        ReadingEveryUser() {
            send("UserDatabase.findByEmail", "SELECT * FROM users WHERE lower(email) = ?");
        }
    }

    /** Goes along an index instead of into it. */
    @Fault("lookUps_areIndexSearches")
    static class ReadingEveryKey extends ToyLookUps {
        ReadingEveryKey() {
            send("UserDatabase.findById", "SELECT * FROM users ORDER BY email");
        }
    }

    /** Remembers what it was asked. */
    @Fault("lookUps_areIndexSearches")
    static class AskingNobody extends ToyLookUps {
        AskingNobody() {
            send("OAuthAccountDatabase.findUser", "");
        }
    }
}
