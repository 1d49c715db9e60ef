package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Camelot;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Authenticated} on an application's own endpoints, and on Usher's where the application overrides them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardTest {

    private final RoundTableServer server = new RoundTableServer();

    @AfterAll
    void stop() {
        server.close();
    }

    private HttpResponse<String> as(Camelot person, String path) {
        return server.get(path, "Authorization", "Bearer " + server.token(person));
    }

    @Test
    void theCallerIsKnownWhereSheIsAdmittedAndNowhereElse() {
        assertThat(as(Camelot.ARTHUR, "/halls/active").body()).isEqualTo("king.arthur@camelot.bt");
        assertThat(as(Camelot.ARTHUR, "/halls/optional").body()).isEqualTo("king.arthur@camelot.bt");
        assertThat(as(Camelot.PERCIVAL, "/halls/optional").body()).isEqualTo("nobody");
        assertThat(server.get("/halls/optional").body()).isEqualTo("nobody");
        assertThat(as(Camelot.ARTHUR, "/halls/open").body()).isEqualTo("nobody");
    }

    @Test
    void rolesAreInTheSecurityContext() {
        assertThat(as(Camelot.MERLIN, "/halls/roles").body()).endsWith("verified=true superuser=true");
        assertThat(as(Camelot.ARTHUR, "/halls/roles").body()).endsWith("verified=false superuser=false");
    }

    @Test
    void onAClassHoldsForItsMethodsUnlessTheySayOtherwise() {
        assertThat(as(Camelot.ARTHUR, "/towers/top").statusCode()).isEqualTo(403);
        assertThat(as(Camelot.MERLIN, "/towers/top").statusCode()).isEqualTo(200);
        assertThat(server.get("/towers/foot").statusCode()).isEqualTo(200);
    }

    @Test
    void ofUshersOwnEndpointHoldsWhereTheApplicationOverridesIt() {
        assertThat(server.get("/users/me").statusCode()).isEqualTo(401);
        assertThat(as(Camelot.ARTHUR, "/users/me").statusCode()).isEqualTo(200);
    }

    @Nested
    class AnAnswerOf401 {

        private static final String CHALLENGE_WITH_ERROR =
                "Bearer error=\"invalid_token\", error_description=\"The token is malformed, expired or ended\"";

        private void assertRefused(String header, String challenge) {
            HttpResponse<String> answer = server.get("/halls/active", "Authorization", header);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo("{\"detail\":\"Unauthorized\"}");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains(challenge);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Bearer", "Basic YTpi", "bearer\tx"})
        void isGivenForNoToken(String header) {
            assertRefused(header, "Bearer");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Bearer garbage", "Bearer a b"})
        void saysSoForABadToken(String header) {
            assertRefused(header, CHALLENGE_WITH_ERROR);
        }

        @Test
        void isGivenForTwoTokensAtOnce() {
            String good = "Bearer " + server.token(Camelot.ARTHUR);
            assertThat(server.get("/halls/active", "Authorization", good, "Authorization", good)
                            .statusCode())
                    .isEqualTo(401);
        }

        @Test
        void isNotGivenForAnotherCaseOfTheScheme() {
            String token = server.token(Camelot.ARTHUR);
            assertThat(server.get("/halls/active", "Authorization", "bEaReR " + token)
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void isGivenForATokenInTheUrl() {
            assertThat(server.get("/halls/active?access_token=" + server.token(Camelot.ARTHUR))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Nested
    class TheApplicationsOwnErrors {

        @Test
        void areLeftAlone() {
            assertThat(server.get("/halls/bad").body()).doesNotContain("detail");
            assertThat(server.get("/halls/nowhere").body()).doesNotContain("detail");
        }

        @Test
        void belowUshersPathsHaveUshersShape() {
            assertThat(server.get("/users/me/nowhere").body()).isEqualTo("{\"detail\":\"Not Found\"}");
            assertThat(server.get("/auth/register").body()).isEqualTo("{\"detail\":\"Method Not Allowed\"}");
        }

        @Test
        void belowThemHaveItWithMatrixParametersToo() {
            assertThat(server.get("/users;x=1/a/b").body()).isEqualTo("{\"detail\":\"Not Found\"}");
            assertThat(server.get("/auth;x=1;y/register;z=/").body()).isEqualTo("{\"detail\":\"Method Not Allowed\"}");
            assertThat(server.send("POST", "/auth;x=1/register", "{}", "Content-Type", ";;;")
                            .statusCode())
                    .isEqualTo(422);
        }
    }
}
