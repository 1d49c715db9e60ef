package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.Caller;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.Knight;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code DELETE /users/me}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeleteAccountTest {

    private static final String RIGHT = "{\"password\":\"" + RoundTableServer.PASSWORD + "\"}";

    private final RoundTableServer server = new RoundTableServer();

    @AfterAll
    void stop() {
        server.close();
    }

    private static HttpResponse<String> leave(Caller caller, String body) {
        return caller.send("DELETE", "/users/me", body);
    }

    @Test
    void takesTheRightPasswordAndLeavesNothing() {
        Knight gareth = server.knight("gareth");
        Caller cookie = server.cookie(gareth);
        Caller bearer = server.bearer(gareth);
        HttpResponse<String> answer = leave(cookie, RIGHT);
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().allValues("Set-Cookie"))
                .hasSize(3)
                .allMatch(expired -> expired.contains("=; Max-Age=0; "));
        assertThat(server.users().findById(gareth.id())).isEmpty();
        assertThat(bearer.get("/users/me").statusCode()).isEqualTo(401);
        assertThat(cookie.get("/users/me").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"password\":\"the oath of the tabl\"}", "{\"password\":\"\"}", "{\"password\":\" \"}"})
    void refusesAWrongPassword(String body) {
        Knight bors = server.knight("bors" + body.length());
        Caller caller = server.cookie(bors);
        HttpResponse<String> answer = leave(caller, body);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"DELETE_USER_BAD_PASSWORD\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(caller.get("/users/me").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "'{}',                    missing",
        "'{\"password\":null}',   string_type",
        "'{\"password\":7}',      string_type",
        "'{\"Password\":\"x\"}',  missing",
    })
    void refusesABodyWithoutAPassword(String body, String type) {
        HttpResponse<String> answer = leave(server.bearer(Camelot.ARTHUR), body);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).startsWith("{\"detail\":[{\"type\":\"" + type + "\",\"loc\":[\"body\",\"password\"]");
    }

    @Test
    void readsNoMoreThanAPasswordCanHave() {
        String body = "{\"password\":\"" + "x".repeat(1025) + "\"}";
        assertThat(leave(server.bearer(Camelot.ARTHUR), body).statusCode()).isEqualTo(422);
    }

    @Test
    void takesAnActiveUser() {
        assertThat(leave(server.nobody(), RIGHT).statusCode()).isEqualTo(401);
        assertThat(leave(server.bearer(Camelot.PERCIVAL), "{\"password\":\"angharad\"}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void isNotForTheLastSuperuser() {
        HttpResponse<String> wrong = leave(server.bearer(Camelot.MERLIN), "{\"password\":\"nimue\"}");
        assertThat(wrong.body()).isEqualTo("{\"detail\":\"DELETE_USER_BAD_PASSWORD\"}");
        HttpResponse<String> right = leave(server.bearer(Camelot.MERLIN), "{\"password\":\"viviane\"}");
        assertThat(right.body()).isEqualTo("{\"detail\":\"UPDATE_USER_LAST_SUPERUSER\"}");
        assertThat(right.statusCode()).isEqualTo(400);
        assertThat(right.headers().allValues("Set-Cookie")).isEmpty();
    }
}
