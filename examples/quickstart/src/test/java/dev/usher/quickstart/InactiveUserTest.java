package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Percival, who was deactivated after he had asked for everything there is. */
@Contract
class InactiveUserTest {

    private final Api api;
    private final MemberTable table;
    private Person percival = Person.named("Percival");
    private String accessToken = "";
    private String resetToken = "";
    private String verifyToken = "";

    InactiveUserTest(Api api, MemberTable table) {
        this.api = api;
        this.table = table;
    }

    @BeforeEach
    void deactivate() {
        percival = api.registered("Percival");
        accessToken = api.token(percival);
        resetToken = api.resetToken(percival);
        verifyToken = api.verifyToken(percival);
        table.setActive(percival, false);
    }

    @Test
    void cannotLogInAndIsNotToldWhy() {
        assertThat(api.login(percival)).refuses(400, "LOGIN_BAD_CREDENTIALS");
        assertThat(api.login(percival.email(), "wrong one")).refuses(400, "LOGIN_BAD_CREDENTIALS");
    }

    @Test
    void isUnknownWithATokenFromBefore() {
        assertThat(api.me(accessToken)).refusesTheCaller();
        assertThat(api.logout(accessToken)).refusesTheCaller();
    }

    @Test
    void getsNoMail() {
        int before = api.mails(percival.email()).size();
        assertThat(api.forgotPassword(percival.email())).is(202, "null");
        assertThat(api.requestVerify(percival.email())).is(202, "null");
        Person active = api.registered("Galahad");
        api.resetToken(active);
        api.verifyToken(active);
        assertThat(api.mails(percival.email())).hasSize(before);
    }

    @Test
    void cannotResetThePassword() {
        assertThat(api.resetPassword(resetToken, "caliburnus")).refuses(400, "RESET_PASSWORD_BAD_TOKEN");
        table.setActive(percival, true);
        assertThat(api.login(percival)).hasStatus(200);
    }

    @Test
    void canVerifyTheAddress() {
        assertThat(api.verify(verifyToken)).is(200, percival.json(false, true));
    }

    @Test
    void cannotRegisterAnew() {
        assertThat(api.register(percival.email(), Person.PASSWORD)).refuses(400, "REGISTER_USER_ALREADY_EXISTS");
    }
}
