package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.Caller;
import dev.usher.roundtable.Knights;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Camelot;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of error in both forms: {@code {"detail": …}} and RFC 9457. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorFormTest {

    private static final String PROBLEM = "application/problem+json";

    private final RoundTableServer server = new RoundTableServer();

    @AfterAll
    void stop() {
        server.close();
    }

    /** A request that goes wrong, and what its answer holds in either form. */
    private enum Kind {
        REFUSED(
                400,
                "'LOGIN_BAD_CREDENTIALS'",
                "Bad Request",
                "Address or password is wrong.",
                "LOGIN_BAD_CREDENTIALS"),
        REFUSED_FOR_A_REASON(
                400,
                "{'code':'UPDATE_USER_INVALID_PASSWORD','reason':'Password should be at least 8 characters'}",
                "Bad Request",
                "Password should be at least 8 characters",
                "UPDATE_USER_INVALID_PASSWORD"),
        UNKNOWN(401, "'Unauthorized'", "Unauthorized", "", ""),
        FORBIDDEN(403, "'Forbidden'", "Forbidden", "", ""),
        CROSS_SITE(403, "'CSRF_REJECTED'", "Forbidden", "This request came from another site.", "CSRF_REJECTED"),
        NOT_THERE(404, "'Not Found'", "Not Found", "", ""),
        NOWHERE(404, "'Not Found'", "Not Found", "", ""),
        NO_SUCH_METHOD(405, "'Method Not Allowed'", "Method Not Allowed", "", ""),
        NOT_ACCEPTABLE(406, "'Not Acceptable'", "Not Acceptable", "", ""),
        STALE(
                412,
                "'UPDATE_USER_CONFLICT'",
                "Precondition Failed",
                "Somebody else has changed this account meanwhile. Read it again.",
                "UPDATE_USER_CONFLICT"),
        TOO_LARGE(413, "'Content Too Large'", "Content Too Large", "", ""),
        NO_PICTURE(415, "'Unsupported Media Type'", "Unsupported Media Type", "", ""),
        INVALID(
                422,
                "[{'type':'bool_parsing','loc':['body','is_active'],'msg':'Input should be a valid boolean'}]",
                "Unprocessable Content",
                "The request is not valid; see errors.",
                ""),
        OUTAGE(
                503,
                "'SERVICE_UNAVAILABLE'",
                "Service Unavailable",
                "Please try again in a moment.",
                "SERVICE_UNAVAILABLE");

        private final int status;
        private final String json;
        private final String problem;

        Kind(int status, String json, String title, String detail, String code) {
            this.status = status;
            this.json = ("{'detail':" + json + "}").replace('\'', '"');
            this.problem = ("{'type':'about:blank','title':'" + title + "','status':" + status
                            + (detail.isEmpty() ? "" : ",'detail':'" + detail + "'")
                            + (code.isEmpty() ? "" : ",'code':'" + code + "'")
                            + (json.startsWith("[") ? ",'errors':" + json : "") + "}")
                    .replace('\'', '"');
        }
    }

    private HttpResponse<String> ask(Kind kind, String... accept) {
        Caller nobody = server.nobody().with(accept);
        Caller arthur = server.bearer(Camelot.ARTHUR).with(accept);
        Caller merlin = server.bearer(Camelot.MERLIN).with(accept);
        return switch (kind) {
            case REFUSED -> nobody.login("jwt", "merlin@camelot.bt", "nimue");
            case REFUSED_FOR_A_REASON -> arthur.patch("/users/me", "{\"password\":\"short\"}");
            case UNKNOWN -> nobody.get("/users/me");
            case FORBIDDEN -> arthur.get("/users");
            case CROSS_SITE -> nobody.with("Origin", "https://avalon.bt").login("cookie", "x", "x");
            case NOT_THERE -> merlin.get("/users/nobody");
            case NOWHERE -> nobody.get("/auth/jwt/nowhere");
            case NO_SUCH_METHOD -> nobody.get("/auth/register");
            case NOT_ACCEPTABLE ->
                nobody.with("Content-Type", "image/png", "Accept", "text/html;q=0.1")
                        .send("PUT", "/users/portrait", "x");
            case STALE -> arthur.with("If-Match", "\"77\"").patch("/users/me", "{}");
            case TOO_LARGE -> nobody.post("/auth/register", " ".repeat(65 * 1024));
            case NO_PICTURE -> nobody.send("PUT", "/users/portrait", "{}");
            case INVALID -> merlin.patch("/users/" + server.find(Camelot.ARTHUR).id(), "{\"is_active\":null}");
            case OUTAGE -> nobody.login("jwt", Knights.NAME_OF_AN_OUTAGE, "x");
        };
    }

    @ParameterizedTest
    @EnumSource
    void isThatOfFastApiUsersUnlessAskedOtherwise(Kind kind) {
        HttpResponse<String> answer = ask(kind);
        assertThat(answer.body()).isEqualTo(kind.json);
        assertThat(answer.statusCode()).isEqualTo(kind.status);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
    }

    @ParameterizedTest
    @EnumSource
    void isAProblemForWhoAsksForOne(Kind kind) {
        HttpResponse<String> answer = ask(kind, "Accept", PROBLEM);
        assertThat(answer.body()).isEqualTo(kind.problem);
        assertThat(answer.statusCode()).isEqualTo(kind.status);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly(PROBLEM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*                                                   | application/json",
                "application/*                                         | application/json",
                "application/json                                      | application/json",
                "text/html                                             | application/json",
                "application/json, application/problem+json;q=0.9      | application/json",
                "application/problem+json;q=0.5, */*                   | application/json",
                "application/problem+json;q=0                          | application/json",
                "application/problem+json;q=0, text/html               | application/json",
                "application/problem+json                              | application/problem+json",
                "Application/Problem+JSON                              | application/problem+json",
                "application/problem+json, */*                         | application/problem+json",
                "application/problem+json, application/json;q=0.9      | application/problem+json",
                "application/json;q=0.1, application/problem+json;q=0.2 | application/problem+json",
                "application/json;q=0, application/problem+json        | application/problem+json",
                "application/problem+json;charset=utf-8                | application/problem+json",
                "text/html, application/problem+json;q=0.1             | application/problem+json",
            })
    void isWhatTheClientPrefers(String accept, String type) {
        HttpResponse<String> answer = ask(Kind.UNKNOWN, "Accept", accept);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly(type);
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", ";;;", "application/", "/", "a/b;q=x", "application/problem+json;q=2", ",", ""})
    void isThatOfFastApiUsersWhereTheHeaderCannotBeRead(String accept) {
        HttpResponse<String> answer = ask(Kind.NO_SUCH_METHOD, "Accept", accept);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
        assertThat(answer.body()).startsWith("{\"detail\":");
        assertThat(answer.statusCode()).isBetween(400, 499);
    }

    @Test
    void saysWhenToTryAgain() {
        assertThat(ask(Kind.OUTAGE).headers().firstValue("Retry-After")).contains("1");
        assertThat(ask(Kind.OUTAGE).body()).doesNotContain("causeway");
    }

    @Test
    void ofTheApplicationIsItsOwn() {
        HttpResponse<String> answer = server.get("/halls/bad", "Accept", PROBLEM);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).isNotEqualTo(PROBLEM);
    }
}
