package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Errors as problems (RFC 9457) for who asks for them by {@code Accept}, in her language by {@code Accept-Language}. */
@Contract
class ErrorFormTest {

    private static final String PROBLEM = "application/problem+json";

    private final Api api;

    ErrorFormTest(Api api) {
        this.api = api;
    }

    enum Kind {
        CODE(
                400,
                "'LOGIN_BAD_CREDENTIALS'",
                "'title':'Bad Request','status':400,'detail':'Adresse oder Passwort ist falsch.',"
                        + "'code':'LOGIN_BAD_CREDENTIALS'"),
        REASON(
                400,
                "{'code':'REGISTER_INVALID_PASSWORD','reason':'Das Passwort muss mindestens 8 Zeichen haben'}",
                "'title':'Bad Request','status':400,'detail':'Das Passwort muss mindestens 8 Zeichen haben',"
                        + "'code':'REGISTER_INVALID_PASSWORD'"),
        INVALID(
                422,
                "[{'type':'value_error','loc':['body','email'],'msg':'Das ist keine gültige E-Mail-Adresse'},"
                        + "{'type':'missing','loc':['body','password'],'msg':'Pflichtfeld'}]",
                "'title':'Unprocessable Content','status':422,'detail':'Die Anfrage ist nicht gültig; siehe errors.',"
                        + "'errors':[{'type':'value_error','loc':['body','email'],"
                        + "'msg':'Das ist keine gültige E-Mail-Adresse'},"
                        + "{'type':'missing','loc':['body','password'],'msg':'Pflichtfeld'}]"),
        UNKNOWN(401, "'Unauthorized'", "'title':'Unauthorized','status':401"),
        CROSS_SITE(
                403,
                "'CSRF_REJECTED'",
                "'title':'Forbidden','status':403,'detail':'Diese Anfrage kam von einer anderen Website.',"
                        + "'code':'CSRF_REJECTED'"),
        NOT_FOUND(404, "'Not Found'", "'title':'Not Found','status':404"),
        NO_SUCH_METHOD(405, "'Method Not Allowed'", "'title':'Method Not Allowed','status':405"),
        TOO_LARGE(413, "'Content Too Large'", "'title':'Content Too Large','status':413");

        final int status;
        final String json;
        final String problem;

        Kind(int status, String detail, String problem) {
            this.status = status;
            this.json = ("{'detail':" + detail + "}").replace('\'', '"');
            this.problem = ("{'type':'about:blank'," + problem + "}").replace('\'', '"');
        }
    }

    private Answer ask(Kind kind, Caller caller) {
        return switch (kind) {
            case CODE -> login(caller, "/auth/jwt/login");
            case REASON ->
                caller.send("POST", "/auth/register", Api.body("email", "arthur@camelot.bt", "password", "short"));
            case INVALID -> caller.send("POST", "/auth/register", Api.body("email", "no address"));
            case UNKNOWN -> caller.me();
            case CROSS_SITE -> login(caller.with("Sec-Fetch-Site", "cross-site"), "/auth/cookie/login");
            case NOT_FOUND -> caller.get("/auth/nothing");
            case NO_SUCH_METHOD -> caller.get("/auth/register");
            case TOO_LARGE -> caller.send("POST", "/auth/verify", " ".repeat(64 * 1024 + 1));
        };
    }

    private Answer login(Caller caller, String path) {
        var request = api.request(path)
                .headers(caller.headers().toArray(String[]::new))
                .header("Content-Type", Api.FORM);
        String form = Api.form("username", "nobody@camelot.bt", "password", Person.PASSWORD);
        return api.send(request, BodyPublishers.ofString(form));
    }

    private Caller german() {
        return Caller.nobody(api).with("Accept-Language", "de-AT, en;q=0.5");
    }

    @ParameterizedTest
    @EnumSource
    void isThatOfFastApiUsersUnlessAskedOtherwise(Kind kind) {
        assertThat(ask(kind, german())).is(kind.status, kind.json);
        assertThat(ask(kind, german().with("Accept", "*/*"))).is(kind.status, kind.json);
    }

    @ParameterizedTest
    @EnumSource
    void isAProblemForWhoAsksForOne(Kind kind) {
        Answer answer = ask(kind, german().with("Accept", PROBLEM));
        assertThat(answer).has("Content-Type", PROBLEM);
        assertThat(answer.status() + " " + answer.body()).isEqualTo(kind.status + " " + kind.problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json, application/problem+json;q=0.9 | application/json",
                "application/problem+json;q=0.5, */*              | application/json",
                "application/problem+json;q=0                     | application/json",
                "text/html                                        | application/json",
                "garbage                                          | application/json",
                "application/problem+json, */*                    | application/problem+json",
                "application/json;q=0.1, application/problem+json | application/problem+json",
            })
    void isWhatTheClientPrefers(String accept, String type) {
        assertThat(Caller.nobody(api).with("Accept", accept).me())
                .hasStatus(401)
                .has("Content-Type", type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de              | Pflichtfeld",
                "en;q=0.5, de-CH | Pflichtfeld",
                "en              | Field required",
                "fr, tlh;q=0.5   | Field required",
                "de;q=0, en      | Field required",
                ";;;             | Field required",
            })
    void isInTheLanguageTheClientPrefers(String language, String message) {
        Answer answer = Caller.nobody(api).with("Accept-Language", language).send("POST", "/auth/verify", "{}");
        assertThat(answer).isInvalid("missing body.token");
        assertThat(answer.body()).contains("\"msg\":\"" + message + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Jemand anderes hat dieses Konto inzwischen geändert. Laden Sie es neu.",
                "en | Somebody else has changed this account meanwhile. Read it again.",
            })
    void isSoForWhoIsSignedInToo(String language, String detail) {
        Answer answer = Caller.of(api, api.registered("Arthur"))
                .with("Accept", PROBLEM)
                .with("Accept-Language", language)
                .with("If-Match", "\"7\"")
                .patch("/users/me", "{}");
        assertThat(answer.status() + " " + answer.body())
                .isEqualTo("412 {\"type\":\"about:blank\",\"title\":\"Precondition Failed\",\"status\":412,"
                        + "\"detail\":\"" + detail + "\",\"code\":\"UPDATE_USER_CONFLICT\"}");
    }
}
