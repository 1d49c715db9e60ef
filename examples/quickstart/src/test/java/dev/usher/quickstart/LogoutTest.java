package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** {@code POST /auth/{backend}/logout}. */
@Contract
class LogoutTest {

    private final Api api;

    LogoutTest(Api api) {
        this.api = api;
    }

    @Test
    void endsThisTokenAndNoOther() {
        Person isolde = api.registered("Isolde");
        String here = api.token(isolde);
        String elsewhere = api.token(isolde);
        assertThat(api.logout(here)).isEmpty(204);
        assertThat(api.me(here)).refusesTheCaller();
        assertThat(api.logout(here)).refusesTheCaller();
        assertThat(api.me(elsewhere)).is(200, isolde.json(true, false));
    }

    @Test
    void refusesWhoeverPresentsNoGoodToken() {
        assertThat(api.send(api.request("/auth/jwt/logout"), BodyPublishers.noBody()))
                .refusesTheCaller();
        assertThat(api.logout("excalibur")).refusesTheCaller();
    }

    @Test
    void knowsTheCallerBeforeTheBackend() {
        String token = api.token(api.registered("Isolde"));
        var unknown = api.request("/auth/carrier-pigeon/logout");
        assertThat(api.send(unknown, BodyPublishers.noBody())).refusesTheCaller();
        assertThat(api.send(unknown.header("Authorization", "Bearer " + token), BodyPublishers.noBody()))
                .refuses(404, "Not Found");
        assertThat(api.me(token)).hasStatus(200);
    }
}
