package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.Caller;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.Knight;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who it is where a request presents several tokens, and where a backend is not there for everybody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardOrderTest {

    private final RoundTableServer server = new RoundTableServer();
    private final Knight arthur = server.find(Camelot.ARTHUR);
    private final Knight merlin = server.find(Camelot.MERLIN);

    @AfterAll
    void stop() {
        server.close();
    }

    private static void assertIs(Knight knight, Caller caller) {
        HttpResponse<String> answer = caller.get("/halls/active");
        assertThat(answer.body()).isEqualTo(knight.email().value());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Nested
    class OfSeveralTokens {

        @Test
        void thatOfTheFirstBackendCounts() {
            assertIs(arthur, server.bearer(arthur).withCookie("__Host-usher", server.token("cookie", merlin)));
            assertIs(
                    merlin,
                    server.nobody()
                            .withCookie("signed", server.token("signed-cookie", arthur))
                            .withCookie("__Host-usher", server.token("cookie", merlin)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"garbage", "", "a.b.c", "\"", "eyJhbGciOiJub25lIn0.e30."})
        void aBadBearerTokenDoesNotSpoilAGoodCookie(String bad) {
            assertIs(arthur, server.cookie(arthur).bearing(bad));
        }

        @ParameterizedTest
        @ValueSource(strings = {"garbage", "", "a.b.c", "\"", "a=b", "$Version=1"})
        void aBadCookieSpoilsNeitherAnotherCookieNorABearerToken(String bad) {
            Caller caller = server.nobody().withCookie("__Host-usher", bad);
            assertIs(arthur, caller.withCookie("signed", server.token("signed-cookie", arthur)));
            assertIs(arthur, caller.bearing(server.token("jwt", arthur)));
        }

        @Test
        void anEndedOneDoesNotSpoilAGoodOne() {
            Knight gareth = server.knight("gareth");
            Caller ended = server.bearer(gareth);
            server.manager().logoutEverywhere(gareth.id());
            assertIs(arthur, ended.withCookie("__Host-usher", server.token("cookie", arthur)));
        }

        @Test
        void theFirstUserCountsEvenIfSheIsInactive() {
            Caller caller = server.bearer(Camelot.PERCIVAL).withCookie("__Host-usher", server.token("cookie", arthur));
            assertThat(caller.get("/halls/active").statusCode()).isEqualTo(401);
        }
    }

    @Nested
    class ABackendThatIsNotThere {

        private final Caller initiate = server.nobody().with("X-Secret", "excalibur");

        @Test
        void hasNoLogin() {
            assertThat(server.nobody()
                            .login("secret", "merlin@camelot.bt", "viviane")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(initiate.login("secret", "merlin@camelot.bt", "viviane").statusCode())
                    .isEqualTo(200);
        }

        @Test
        void hasNoLogout() {
            assertThat(server.bearer(arthur).post("/auth/secret/logout", "").statusCode())
                    .isEqualTo(404);
        }

        @Test
        void readsNoToken() {
            String token = server.token("secret", merlin);
            HttpResponse<String> answer = server.nobody().bearing(token).get("/halls/active");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertIs(merlin, initiate.bearing(token));
        }

        @Test
        void endsNoToken() {
            String token = server.token("secret", merlin);
            Caller both = server.cookie(merlin).bearing(token);
            assertThat(both.post("/auth/cookie/logout", "").statusCode()).isEqualTo(204);
            assertIs(merlin, initiate.bearing(token));
        }
    }
}
