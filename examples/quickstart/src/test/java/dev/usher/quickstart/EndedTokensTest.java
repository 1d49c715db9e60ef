package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What ends all tokens of a user, signed and opaque, access tokens and mailed ones, and nobody else's. */
@Contract
@TestInstance(Lifecycle.PER_CLASS)
class EndedTokensTest {

    private static final String NEW_PASSWORD = "a longer road to Avalon";

    private final Api api;
    private final MemberTable table;
    private Caller merlin;
    private Caller other;
    private Person elaine = Person.named("Elaine");
    private Caller hers;

    EndedTokensTest(Api api, MemberTable table) {
        this.api = api;
        this.table = table;
        this.merlin = Caller.nobody(api);
        this.other = merlin;
        this.hers = merlin;
    }

    @BeforeAll
    void logIn() {
        merlin = Caller.superuser(api, table);
        other = Caller.of(api, api.registered("Bors"));
    }

    @BeforeEach
    void elaine() {
        elaine = api.registered("Elaine");
        hers = Caller.of(api, elaine);
    }

    private String path() {
        return "/users/" + elaine.id();
    }

    enum End {
        LOGOUT_ALL,
        PASSWORD_CHANGED,
        PASSWORD_CHANGED_BY_A_SUPERUSER,
        PASSWORD_RESET,
        DEACTIVATED,
        DEACTIVATED_AND_REACTIVATED,
        DELETED,
        DELETED_BY_HERSELF
    }

    private Answer end(End how) {
        return switch (how) {
            case LOGOUT_ALL -> hers.post("/auth/logout-all");
            case PASSWORD_CHANGED -> hers.patch("/users/me", Api.body("password", NEW_PASSWORD));
            case PASSWORD_CHANGED_BY_A_SUPERUSER -> merlin.patch(path(), Api.body("password", NEW_PASSWORD));
            case PASSWORD_RESET -> api.resetPassword(api.resetToken(elaine), NEW_PASSWORD);
            case DEACTIVATED -> merlin.patch(path(), "{\"is_active\": false}");
            case DEACTIVATED_AND_REACTIVATED -> {
                merlin.patch(path(), "{\"is_active\": false}");
                yield merlin.patch(path(), "{\"is_active\": true}");
            }
            case DELETED -> merlin.delete(path());
            case DELETED_BY_HERSELF -> hers.send("DELETE", "/users/me", Api.body("password", Person.PASSWORD));
        };
    }

    @ParameterizedTest
    @EnumSource
    void accessTokensEndOnEveryDevice(End how) {
        Caller elsewhere = Caller.of(api, elaine);
        Caller browser = Caller.nobody(api).presenting(new Cookies(api).login(elaine));
        assertThat(browser.me()).hasStatus(200);

        assertThat(end(how).status()).isBetween(200, 204);

        assertThat(hers.me()).refusesTheCaller();
        assertThat(elsewhere.me()).refusesTheCaller();
        assertThat(browser.me()).refusesTheCaller();
        assertThat(other.me()).hasStatus(200);
        assertThat(merlin.me()).hasStatus(200);
    }

    @ParameterizedTest
    @EnumSource
    void resetTokensEnd(End how) {
        String token = api.resetToken(elaine);
        assertThat(end(how).status()).isBetween(200, 204);
        assertThat(api.resetPassword(token, "caliburnus")).refuses(400, "RESET_PASSWORD_BAD_TOKEN");
    }

    /** The original lets whoever reads the old mailbox take the account over. */
    @Test
    void mailedTokensEndWithTheAddressTheyWereMailedTo() {
        String reset = api.resetToken(elaine);
        String verify = api.verifyToken(elaine);
        Person moved = Person.named("Elaine.of.Corbenic").withId(elaine.id());
        assertThat(hers.patch("/users/me", Api.body("email", moved.email()))).hasStatus(200);
        assertThat(api.resetPassword(reset, "caliburnus")).refuses(400, "RESET_PASSWORD_BAD_TOKEN");
        assertThat(api.verify(verify)).refuses(400, "VERIFY_USER_BAD_TOKEN");
        assertThat(api.verify(api.verifyToken(moved))).is(200, moved.json(true, true));
        assertThat(hers.me()).is(200, moved.json(true, true));
    }

    @Test
    void verifyTokensEndWithTheUser() {
        String verify = api.verifyToken(elaine);
        assertThat(merlin.delete(path())).isEmpty(204);
        assertThat(api.verify(verify)).refuses(400, "VERIFY_USER_BAD_TOKEN");
    }

    @Test
    void logoutAllExpiresTheCookieAndLetsHerSignInAnew() {
        Answer answer = hers.post("/auth/logout-all");
        assertThat(answer)
                .isEmpty(204)
                .has("Set-Cookie", "__Host-usher=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=lax");
        assertThat(Caller.of(api, elaine).me()).is(200, elaine.json(true, false));
    }

    @Test
    void neitherANewAddressNorANewNameEndsAnything() {
        String email = Person.named("Elaine.of.Corbenic").email();
        assertThat(hers.patch("/users/me", Api.body("email", email, "first_name", "Elaine")))
                .hasStatus(200);
        assertThat(merlin.patch(path(), "{\"is_superuser\": true, \"is_verified\": true}"))
                .hasStatus(200);
        assertThat(hers.me()).hasStatus(200);
    }

    /** A token that was logged out is kept by its id until it would have expired. */
    @Test
    void aLoggedOutTokenIsKeptAsRevoked() {
        String token = api.token(elaine);
        assertThat(api.logout(token)).isEmpty(204);
        String id = Jwt.claims(token).getString("jti");
        assertThat(table.query("SELECT token_id FROM revoked_token WHERE token_id = ?", id))
                .hasSize(1);
    }
}
