package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the runtime itself refuses looks like Usher below Usher's own paths, and nowhere else. */
@Contract
class ErrorShapeTest {

    private final Api api;

    ErrorShapeTest(Api api) {
        this.api = api;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth", "/auth/", "/auth/nothing", "/auth/jwt", "/auth/jwt/nothing", "/users/a/b"})
    void notFoundBelowUshersPaths(String path) {
        assertThat(api.get(path)).refuses(404, "Not Found");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            GET,    /auth/register
            GET,    /auth/jwt/login
            GET,    /auth/jwt/logout
            PUT,    /auth/reset-password
            DELETE, /auth/forgot-password
            PATCH,  /auth/verify
            POST,   /users/me
            """)
    void methodNotAllowedBelowUshersPaths(String method, String path) {
        Answer answer = api.send(api.request(path).method(method, BodyPublishers.noBody()));
        assertThat(answer).refuses(405, "Method Not Allowed");
        assertThat(answer.header("Allow")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/authority", "/users2", "/dev", "/dev/mailbox/1", "/nothing/auth"})
    void notFoundElsewhereHasNoBodyOfUshers(String path) {
        Answer answer = api.get(path);
        assertThat(answer).hasStatus(404);
        assertThat(answer.body()).doesNotContain("detail");
    }

    @Test
    void methodNotAllowedElsewhereHasNoBodyOfUshers() {
        Answer answer = api.send(api.request("/dev/mailbox").DELETE());
        assertThat(answer).hasStatus(405);
        assertThat(answer.body()).doesNotContain("detail");
    }
}
