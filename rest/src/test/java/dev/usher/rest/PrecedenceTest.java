package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Camelot;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is answered where several things are wrong: malformed JSON, 401, 403, 404, 422, 400, in this order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrecedenceTest {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private final RoundTableServer server = new RoundTableServer();

    @AfterAll
    void stop() {
        server.close();
    }

    private static String json(String body) {
        return switch (body) {
            case "malformed" -> "{";
            case "twice" -> "{\"a\":1,\"a\":1}";
            case "list" -> "[]";
            case "invalid" -> "{\"email\":null}";
            case "refused" -> "{\"email\":\"merlin@camelot.bt\"}";
            case "good" -> "{}";
            default -> throw new IllegalArgumentException(body);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "PERCIVAL, nobody, malformed, 422",
        "PERCIVAL, nobody, twice,     422",
        "PERCIVAL, nobody, list,      401",
        "PERCIVAL, nobody, invalid,   401",
        "ARTHUR,   nobody, malformed, 422",
        "ARTHUR,   nobody, list,      403",
        "ARTHUR,   nobody, invalid,   403",
        "ARTHUR,   arthur, invalid,   403",
        "MERLIN,   nobody, malformed, 422",
        "MERLIN,   nobody, list,      404",
        "MERLIN,   nobody, invalid,   404",
        "MERLIN,   nobody, refused,   404",
        "MERLIN,   arthur, list,      422",
        "MERLIN,   arthur, invalid,   422",
        "MERLIN,   arthur, refused,   400",
        "MERLIN,   arthur, good,      200",
    })
    void ofAnEditOfAnybody(Camelot caller, String whom, String body, int status) {
        String id = whom.equals("nobody")
                ? NOBODY
                : server.find(Camelot.ARTHUR).id().toString();
        HttpResponse<String> answer = server.bearer(caller).patch("/users/" + id, json(body));
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "PERCIVAL, malformed, 422",
        "PERCIVAL, list,      401",
        "PERCIVAL, invalid,   401",
        "ARTHUR,   malformed, 422",
        "ARTHUR,   list,      422",
        "ARTHUR,   invalid,   422",
        "ARTHUR,   refused,   400",
        "ARTHUR,   good,      200",
    })
    void ofAnEditOfOneself(Camelot caller, String body, int status) {
        assertThat(server.bearer(caller).patch("/users/me", json(body)).statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"application/json, 200", "application/merge-patch+json, 200", "text/plain, 422", "garbage, 422"})
    void ofWhatIsNotSentAsJson(String type, int status) {
        HttpResponse<String> answer =
                server.bearer(Camelot.ARTHUR).with("Content-Type", type).patch("/users/me", "{}");
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 422) {
            assertThat(answer.body()).contains("\"type\":\"model_attributes_type\",\"loc\":[\"body\"]");
        }
    }

    @ParameterizedTest
    @CsvSource({"PATCH, /users/me", "DELETE, /users/me"})
    void ofNoBodyAtAll(String method, String path) {
        HttpResponse<String> answer = server.bearer(Camelot.ARTHUR).send(method, path, "");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).startsWith("{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\"],");
        assertThat(server.nobody().send(method, path, "").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"PATCH, /users/me", "PATCH, /users/x", "DELETE, /users/me", "POST, /auth/logout-all"})
    void ofWhatIsTooLarge(String method, String path) {
        HttpResponse<String> answer = server.nobody().send(method, path, " ".repeat(64 * 1024 + 1));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Content Too Large\"}");
    }
}
