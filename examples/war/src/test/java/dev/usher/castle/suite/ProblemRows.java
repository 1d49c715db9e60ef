package dev.usher.castle.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Errors as the client wants to read them: as problems, and in its language. */
interface ProblemRows extends Rows {

    private Call call(String method, String path, String language) {
        return api().call(method, path)
                .with("Accept", "application/problem+json")
                .with("Accept-Language", language);
    }

    private static void isProblem(Answer answer, int status, String body) {
        assertThat(answer.is(status, body).header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    default void problem_isWrittenForClientsThatAskForIt() {
        isProblem(
                call("POST", "auth/register", "en")
                        .json(Api.json("email", registered("meleagant"), "password", PASSWORD))
                        .answer(),
                400,
                "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
                        + "\"detail\":\"There is an account with this address already.\","
                        + "\"code\":\"REGISTER_USER_ALREADY_EXISTS\"}");
        isProblem(
                call("GET", "users/me", "en").answer(),
                401,
                "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401}");
    }

    @Test
    default void problem_isWrittenForWhatTheServerRefuses() {
        isProblem(
                call("GET", "auth/nothing", "en").answer(),
                404,
                "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404}");
        isProblem(
                call("GET", "auth/register", "en").answer(),
                405,
                "{\"type\":\"about:blank\",\"title\":\"Method Not Allowed\",\"status\":405}");
    }

    @Test
    default void problem_speaksGerman() {
        isProblem(
                call("POST", "auth/register", "en;q=0.5, fr;q=0, de-AT")
                        .json("{}")
                        .answer(),
                422,
                "{\"type\":\"about:blank\",\"title\":\"Unprocessable Content\",\"status\":422,"
                        + "\"detail\":\"Die Anfrage ist nicht gültig; siehe errors.\",\"errors\":["
                        + "{\"type\":\"missing\",\"loc\":[\"body\",\"email\"],\"msg\":\"Pflichtfeld\"},"
                        + "{\"type\":\"missing\",\"loc\":[\"body\",\"password\"],\"msg\":\"Pflichtfeld\"}]}");
    }

    /** Providers differ in whether a sentence ends with a full stop. */
    @Test
    default void fieldErrors_speakGermanAlsoWhereBeanValidationSaysThem() {
        Answer answer = api().call("POST", "auth/register")
                .with("Accept-Language", "de")
                .json(Api.json("email", "keine", "password", PASSWORD, "first_name", "L".repeat(101)))
                .answer();
        assertThat(answer.is(422).body())
                .startsWith("{\"detail\":[{\"type\":\"value_error\",\"loc\":[\"body\",\"email\"],"
                        + "\"msg\":\"Das ist keine gültige E-Mail-Adresse\"},")
                .contains("\"msg\":\"Größe muss zwischen 0 und 100 sein");
    }

    @Test
    default void preferences_doNotDecideWhatIsAnswered() {
        String token = token("dagonet");
        api().call("GET", "users/me")
                .bearer(token)
                .with("Accept", "application/problem+json")
                .answer()
                .is(200);
        api().call("GET", "users/me")
                .with("Accept", "application/problem+json;q=0.1, application/json;q=0.9")
                .answer()
                .refuses(401, "Unauthorized");
        api().call("GET", "users/me")
                .with("Accept", "application/problem+json;q=0, */*")
                .answer()
                .refuses(401, "Unauthorized");
        api().call("GET", "users/me").with("Accept", "text/html").answer().refuses(401, "Unauthorized");
    }
}
