package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** {@code usher.require-verification=true}. */
@TestInstance(Lifecycle.PER_CLASS)
class RequiredVerificationTest {

    private final QuickstartProcess process;
    private final Api api;
    private final MemberTable table;

    RequiredVerificationTest(@TempDir Path folder) {
        process = Launch.in(folder).env("USHER_REQUIRE_VERIFICATION", "true").start();
        api = process.api();
        table = MemberTable.in(folder);
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
