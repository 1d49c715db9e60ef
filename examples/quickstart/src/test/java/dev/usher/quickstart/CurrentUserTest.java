package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /users/me}, and with it who passes a guard. */
@Contract
class CurrentUserTest {

    private final Api api;
    private final MemberTable table;
    private Person elaine = Person.named("Elaine");
    private String token = "";

    CurrentUserTest(Api api, MemberTable table) {
        this.api = api;
        this.table = table;
    }

    @BeforeEach
    void logIn() {
        elaine = api.registered("Elaine");
        token = api.token(elaine);
    }

    @Test
    void seesHerself() {
        assertThat(api.me(token)).is(200, elaine.json(true, false)).has("Cache-Control", "no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "bEaReR   "})
    void mayWriteTheSchemeInAnyCase(String scheme) {
        assertThat(api.get("/users/me", "Authorization", scheme + token)).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic ", "Bearer", "Token ", "Bearer Bearer ", "Bearer \"", "Bearer,"})
    void isUnknownUnderAnotherScheme(String scheme) {
        assertThat(api.get("/users/me", "Authorization", scheme + token)).refusesTheCaller();
    }

    @Test
    void isUnknownWithoutATokenInTheHeader() {
        assertThat(api.get("/users/me")).refusesTheCaller();
        assertThat(api.get("/users/me?access_token=" + token)).refusesTheCaller();
        assertThat(api.get("/users/me", "Cookie", "usher=" + token)).refusesTheCaller();
        assertThat(api.get("/users/me", "Authorization", "Bearer ")).refusesTheCaller();
    }

    @Test
    void isUnknownWithTwoTokens() {
        assertThat(api.get("/users/me", "Authorization", "Bearer " + token, "Authorization", "Bearer " + token))
                .refusesTheCaller();
    }

    @Test
    void isUnknownWithATokenThatWasTamperedWith() {
        assertThat(api.me(Jwt.forged(token))).refusesTheCaller();
        assertThat(api.me(Jwt.unsigned(token))).refusesTheCaller();
        assertThat(api.me(token + "=")).refusesTheCaller();
        assertThat(api.me(token.substring(0, token.length() - 1))).refusesTheCaller();
        assertThat(api.me("x".repeat(6000))).refusesTheCaller();
    }

    @Test
    void isUnknownWithATokenThatWasMailedToHer() {
        assertThat(api.me(api.resetToken(elaine))).refusesTheCaller();
        assertThat(api.me(api.verifyToken(elaine))).refusesTheCaller();
    }

    @Test
    void isUnknownOnceSheIsGone() {
        table.delete(elaine);
        assertThat(api.me(token)).refusesTheCaller();
        assertThat(api.login(elaine)).refuses(400, "LOGIN_BAD_CREDENTIALS");
    }
}
