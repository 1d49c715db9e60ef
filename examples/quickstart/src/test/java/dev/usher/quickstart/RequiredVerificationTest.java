package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code usher.require-verification=true}. */
@Contract
@TestInstance(Lifecycle.PER_CLASS)
class RequiredVerificationTest {

    private final QuickstartProcess process;
    private final Api api;
    private final MemberTable table;

    RequiredVerificationTest(Launch launch, MemberTable table) {
        this.process = launch.env("USHER_REQUIRE_VERIFICATION", "true").start();
        this.api = process.api();
        this.table = table;
    }

    @AfterAll
    void stop() {
        process.close();
    }

    @Test
    void tellsOnlyWhoKnowsThePasswordThatItIsMissing() {
        Person arthur = api.registered("Arthur");
        assertThat(api.login(arthur.email(), "wrong one")).refuses(400, "LOGIN_BAD_CREDENTIALS");
        assertThat(api.login(arthur)).refuses(400, "LOGIN_USER_NOT_VERIFIED");
        assertThat(api.verify(api.verifyToken(arthur))).is(200, arthur.json(true, true));
        assertThat(api.me(api.token(arthur))).is(200, arthur.json(true, true));
    }

    @Test
    void forbidsWhoIsNoLongerVerified() {
        Person lady = api.registered("Lady.of.the.Lake");
        assertThat(api.verify(api.verifyToken(lady))).hasStatus(200);
        String token = api.token(lady);
        table.setVerified(lady, false);
        assertThat(api.me(token)).refuses(403, "Forbidden");
        assertThat(api.logout(token)).refuses(403, "Forbidden");
        table.setVerified(lady, true);
        assertThat(api.me(token)).hasStatus(200);
    }

    /** Her row may be that of a superuser. */
    @ParameterizedTest
    @CsvSource({
        "GET, /users/me",
        "PATCH, /users/me",
        "DELETE, /users/me",
        "POST, /auth/logout-all",
        "GET, /users",
        "GET, /users/1",
        "PATCH, /users/1",
        "DELETE, /users/1"
    })
    void forbidsHerEveryEndpoint(String method, String path) {
        Person morgan = api.registered("Morgan");
        assertThat(api.verify(api.verifyToken(morgan))).hasStatus(200);
        Caller caller = Caller.of(api, morgan);
        table.setSuperuser(morgan, true);
        table.setVerified(morgan, false);
        assertThat(caller.send(method, path, "{}")).refuses(403, "Forbidden");
    }

    @Test
    void tellsAnInactiveUserNothing() {
        Person percival = api.registered("Percival");
        assertThat(api.verify(api.verifyToken(percival))).hasStatus(200);
        String token = api.token(percival);
        table.setVerified(percival, false);
        table.setActive(percival, false);
        assertThat(api.me(token)).refusesTheCaller();
        assertThat(api.login(percival)).refuses(400, "LOGIN_BAD_CREDENTIALS");
    }

    @Test
    void letsAnUnverifiedUserResetHerPassword() {
        Person elaine = api.registered("Elaine");
        assertThat(api.resetPassword(api.resetToken(elaine), "caliburnus")).is(200, "null");
        assertThat(api.login(elaine.email(), "caliburnus")).refuses(400, "LOGIN_USER_NOT_VERIFIED");
    }
}
