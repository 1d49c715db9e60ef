package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is answered where several things are wrong: malformed JSON, 401, 403, 404, 422, 400, in this order. */
@Contract
@TestInstance(Lifecycle.PER_CLASS)
class PrecedenceTest {

    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    private final Api api;
    private final MemberTable table;
    private Person taken = Person.named("Taken");
    private Person member = Person.named("Bors");
    private Map<String, Caller> callers = Map.of();

    PrecedenceTest(Api api, MemberTable table) {
        this.api = api;
        this.table = table;
    }

    @BeforeAll
    void logIn() {
        taken = table.insert("Taken", "!");
        member = api.registered("Bors");
        callers = Map.of(
                "nobody", Caller.nobody(api),
                "member", Caller.of(api, member),
                "superuser", Caller.superuser(api, table));
    }

    private Caller caller(String name) {
        return Objects.requireNonNull(callers.get(name));
    }

    private String json(String body) {
        return switch (body) {
            case "malformed" -> "{";
            case "list" -> "[]";
            case "invalid" -> "{\"email\":null}";
            case "refused" -> "{\"email\":\"" + taken.email() + "\"}";
            case "good" -> "{}";
            default -> throw new IllegalArgumentException(body);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "nobody,    unknown, malformed, 422",
        "nobody,    unknown, list,      401",
        "nobody,    unknown, invalid,   401",
        "member,    unknown, malformed, 422",
        "member,    unknown, list,      403",
        "member,    unknown, invalid,   403",
        "member,    himself, invalid,   403",
        "superuser, unknown, malformed, 422",
        "superuser, unknown, list,      404",
        "superuser, unknown, invalid,   404",
        "superuser, unknown, refused,   404",
        "superuser, him,     list,      422",
        "superuser, him,     invalid,   422",
        "superuser, him,     refused,   400",
        "superuser, him,     good,      200",
    })
    void ofAnEditOfAnybody(String caller, String whom, String body, int status) {
        String id = whom.equals("unknown") ? UNKNOWN : member.id();
        assertThat(caller(caller).patch("/users/" + id, json(body))).hasStatus(status);
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, malformed, 422",
        "nobody, list,      401",
        "nobody, invalid,   401",
        "member, malformed, 422",
        "member, list,      422",
        "member, invalid,   422",
        "member, refused,   400",
        "member, good,      200",
    })
    void ofAnEditOfOneself(String caller, String body, int status) {
        assertThat(caller(caller).patch("/users/me", json(body))).hasStatus(status);
    }

    /** Before anybody asks who is calling. */
    @ParameterizedTest
    @CsvSource({"PATCH, /users/me", "PATCH, /users/" + UNKNOWN, "DELETE, /users/me"})
    void ofWhatIsTooLarge(String method, String path) {
        String body = " ".repeat(64 * 1024 - 1) + "{}";
        assertThat(caller("nobody").send(method, path, body)).refuses(413, "Content Too Large");
        assertThat(caller("nobody").send(method, path, body.substring(1))).refuses(401, "Unauthorized");
    }

    @ParameterizedTest
    @CsvSource({"PATCH, /users/me", "PATCH, /users/him", "DELETE, /users/me"})
    void ofNoBodyAtAll(String method, String path) {
        String his = path.replace("him", member.id());
        assertThat(caller("nobody").send(method, his, "")).refuses(401, "Unauthorized");
        assertThat(caller("superuser").send(method, his, "")).isInvalid("missing body");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void ofWhatIsNoJson(String method, String path, Map.Entry<String, byte[]> body) {
        var request = api.request(path).header("Content-Type", Api.JSON);
        var bytes = BodyPublishers.ofByteArray(body.getValue());
        Answer answer = api.send(request.method(method, bytes));
        assertThat(answer).isInvalid("json_invalid body");
        assertThat(answer.body()).doesNotContain(BadJson.MARKER);
    }

    static Stream<Arguments> malformed() {
        return Stream.of(List.of("PATCH", "/users/me"), List.of("PATCH", "/users/1"), List.of("DELETE", "/users/me"))
                .flatMap(to ->
                        BadJson.malformed().entrySet().stream().map(body -> Arguments.of(to.get(0), to.get(1), body)));
    }

    @ParameterizedTest
    @MethodSource("notObjects")
    void ofWhatIsNoObject(String method, String path, String body) {
        Answer answer = caller("superuser").send(method, path.replace("him", member.id()), body);
        assertThat(answer).isInvalid("model_attributes_type body");
        assertThat(answer.body()).doesNotContain(BadJson.MARKER);
    }

    static Stream<Arguments> notObjects() {
        return Stream.of(List.of("PATCH", "/users/me"), List.of("PATCH", "/users/him"), List.of("DELETE", "/users/me"))
                .flatMap(to -> BadJson.notObjects().stream().map(body -> Arguments.of(to.get(0), to.get(1), body)));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,             200",
        "application/merge-patch+json, 200",
        "text/plain,                   422",
        "application/xml,              422",
        "application/x-www-form-urlencoded, 422",
        "garbage,                      422",
    })
    void ofWhatIsNotSentAsJson(String contentType, int status) {
        var request = api.request("/users/me")
                .headers(caller("member").headers().toArray(String[]::new))
                .header("Content-Type", contentType)
                .method("PATCH", BodyPublishers.ofString("{}"));
        Answer answer = api.send(request);
        assertThat(answer).hasStatus(status);
        if (status == 422) {
            assertThat(answer).isInvalid("model_attributes_type body");
        }
    }
}
