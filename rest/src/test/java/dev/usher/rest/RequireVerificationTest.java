package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.Knight;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code usher.require-verification=true}: Usher's own endpoints take a verified user, the application's say it themselves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequireVerificationTest {

    private final RoundTableServer server = new RoundTableServer(Map.of("usher.require-verification", "true"));
    private int count;

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /users/me,         ''",
        "PATCH,  /users/me,         '{}'",
        "DELETE, /users/me,         '{\"password\":\"guinevere\"}'",
        "GET,    /users,            ''",
        "GET,    /users/x,          ''",
        "POST,   /auth/jwt/logout,  ''",
        "POST,   /auth/logout-all,  ''",
    })
    void refusesAUserWhoIsNotVerified(String method, String path, String body) {
        Knight morgan = server.knight("morgan" + count++, made -> made.superuser(true));
        HttpResponse<String> answer = server.bearer(morgan).send(method, path, body);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Forbidden\"}");
        assertThat(server.bearer(Camelot.PERCIVAL).send(method, path, body).statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesHerLoginAfterTheRightPasswordOnly() {
        HttpResponse<String> right = server.nobody().login("cookie", "king.arthur@camelot.bt", "guinevere");
        assertThat(right.statusCode()).isEqualTo(400);
        assertThat(right.body()).isEqualTo("{\"detail\":\"LOGIN_USER_NOT_VERIFIED\"}");
        assertThat(right.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(server.nobody()
                        .login("cookie", "king.arthur@camelot.bt", "lancelot")
                        .body())
                .isEqualTo("{\"detail\":\"LOGIN_BAD_CREDENTIALS\"}");
    }

    @Test
    void letsAVerifiedOnePass() {
        assertThat(server.bearer(Camelot.LADY_OF_THE_LAKE).get("/users/me").statusCode())
                .isEqualTo(200);
        assertThat(server.nobody()
                        .login("jwt", "lake.lady@camelot.bt", "excalibur")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void shutsHerOutOnceSheHasANewAddress() {
        Knight nimue = server.knight("nimue", made -> made.verified(true));
        HttpResponse<String> answer = server.bearer(nimue).patch("/users/me", "{\"email\":\"viviane@camelot.bt\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(server.bearer(nimue).get("/users/me").statusCode()).isEqualTo(403);
    }

    @Test
    void saysNothingAboutTheApplicationsOwnEndpoints() {
        assertThat(server.bearer(Camelot.ARTHUR).get("/halls/active").statusCode())
                .isEqualTo(200);
    }
}
