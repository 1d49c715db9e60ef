package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.Caller;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Camelot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jakarta's own annotations beside {@link Authenticated}: Usher says who it is, they say whether she may. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesTest {

    private final RoundTableServer server = new RoundTableServer();

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ARTHUR,           403, 403, 200, 403, 403",
        "PERCIVAL,         401, 401, 401, 401, 403",
        "LADY_OF_THE_LAKE, 403, 200, 200, 403, 200",
        "MERLIN,           200, 200, 200, 403, 200",
    })
    void areThoseOfTheCaller(Camelot person, int gold, int silver, int copper, int grail, int window) {
        assertVaults(server.bearer(person), gold, silver, copper, grail, window);
        assertVaults(server.cookie(server.find(person)), gold, silver, copper, grail, window);
    }

    @Test
    void areNoneOfACallerWhoIsNobody() {
        assertVaults(server.nobody(), 401, 401, 401, 401, 403);
    }

    private static void assertVaults(Caller caller, int... statuses) {
        String[] vaults = {"gold", "silver", "copper", "grail", "window"};
        for (int i = 0; i < vaults.length; i++) {
            assertThat(caller.get("/vaults/" + vaults[i]).statusCode())
                    .as(vaults[i])
                    .isEqualTo(statuses[i]);
        }
    }
}
