package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The backend {@code cookie}, from login to logout; from which pages it counts is in {@link CrossSiteTest}. */
@Contract
class CookieTest {

    private static final String EXPIRED = "__Host-usher=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=lax";
    private static final String FRESH =
            "__Host-usher=[A-Za-z0-9_-]{43}; Max-Age=604800; Path=/; HttpOnly; Secure; SameSite=lax";
    private static final String NEW_PASSWORD = Api.body("password", "a longer road to Avalon");

    private final Api api;
    private final MemberTable table;
    private final Cookies browser;
    private final Caller nobody;
    private Person isolde = Person.named("Isolde");

    CookieTest(Api api, MemberTable table) {
        this.api = api;
        this.table = table;
        this.browser = new Cookies(api);
        this.nobody = Caller.nobody(api);
    }

    @BeforeEach
    void register() {
        isolde = api.registered("Isolde");
    }

    @Nested
    class Login {

        @Test
        void setsACookieThatLivesAsLongAsItsToken() {
            Answer answer = browser.tryLogin(isolde);
            assertThat(answer).isEmpty(204).has("Cache-Control", "no-store");
            assertThat(answer.cookies()).singleElement().asString().matches(FRESH);
            assertThat(browser.me(Cookies.cookieOf(answer))).is(200, isolde.json(true, false));
        }

        @Test
        void setsNoneWhereItIsRefused() {
            Answer answer = browser.tryLogin(Person.named("Nobody"));
            assertThat(answer).refuses(400, "LOGIN_BAD_CREDENTIALS");
            assertThat(answer.cookies()).isEmpty();
        }

        /** Else whoever plants a cookie is signed in with its owner. */
        @Test
        void neverKeepsTheTokenThatIsThere() {
            String planted = browser.login(isolde);
            var login =
                    api.request("/auth/cookie/login").header("Cookie", planted).header("Content-Type", Api.FORM);
            String form = Api.form("username", isolde.email(), "password", Person.PASSWORD);
            Answer answer = api.send(login, BodyPublishers.ofString(form));
            assertThat(answer.cookies())
                    .singleElement()
                    .asString()
                    .matches(FRESH)
                    .doesNotStartWith(planted);
        }

        @Test
        void storesNothingOfTheTokenButItsDigest() throws NoSuchAlgorithmException {
            String token = browser.login(isolde).substring("__Host-usher=".length());
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            assertThat(table.query("SELECT digest FROM access_token WHERE user_id = ?", isolde.id()))
                    .containsExactly(HexFormat.of().formatHex(digest));
        }
    }

    @Nested
    class Logout {

        @ParameterizedTest
        @ValueSource(strings = {"/auth/cookie/logout", "/auth/jwt/logout"})
        void endsEveryTokenThatIsPresentedAndNoOther(String path) {
            String cookie = browser.login(isolde);
            String token = api.token(isolde);
            String elsewhere = browser.login(isolde);
            Answer answer = nobody.presenting(cookie).bearing(token).post(path);
            assertThat(answer).isEmpty(204);
            assertThat(answer.cookies()).containsExactly(EXPIRED);
            assertThat(browser.me(cookie)).refusesTheCaller();
            assertThat(api.me(token)).refusesTheCaller();
            assertThat(browser.me(elsewhere)).hasStatus(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/auth/cookie/logout", "/auth/jwt/logout"})
        void takesATokenOfAnyBackendAndExpiresTheCookie(String path) {
            String cookie = browser.login(isolde);
            Answer answer = nobody.presenting(cookie).post(path);
            assertThat(answer).isEmpty(204);
            assertThat(answer.cookies()).containsExactly(EXPIRED);
            assertThat(browser.me(cookie)).refusesTheCaller();
            assertThat(Caller.of(api, isolde).post(path).cookies()).containsExactly(EXPIRED);
        }

        @Test
        void refusesACookieThatHasEnded() {
            String cookie = browser.login(isolde);
            assertThat(browser.logout(cookie)).isEmpty(204);
            assertThat(browser.logout(cookie)).refusesTheCaller();
        }
    }

    @Nested
    class BesideABearerToken {

        @ParameterizedTest
        @ValueSource(strings = {"Bearer excalibur", "Bearer ", "Basic Ym9yczpndWluZXZlcmU=", "garbage", ""})
        void isNotSpoiltByABadOne(String authorization) {
            Caller both = nobody.presenting(browser.login(isolde)).with("Authorization", authorization);
            assertThat(both.me()).is(200, isolde.json(true, false));
        }

        @Test
        void doesNotSpoilAGoodOneWhereItIsBad() {
            Caller both = Caller.of(api, isolde).presenting("__Host-usher=" + "A".repeat(43));
            assertThat(both.me()).is(200, isolde.json(true, false));
        }

        @Test
        void comesSecond() {
            Person tristan = api.registered("Tristan");
            Caller both = Caller.of(api, tristan).presenting(browser.login(isolde));
            assertThat(both.me()).is(200, tristan.json(true, false));
        }
    }

    @Nested
    class AfterAChangeOfPassword {

        @Test
        void isIssuedAnewToWhoChangedHerOwnByIt() {
            String before = browser.login(isolde);
            String elsewhere = browser.login(isolde);
            Answer answer = nobody.presenting(before).patch("/users/me", NEW_PASSWORD);
            assertThat(answer).is(200, isolde.json(true, false)).has("Cache-Control", "no-store");
            assertThat(answer.cookies()).singleElement().asString().matches(FRESH);
            assertThat(browser.me(before)).refusesTheCaller();
            assertThat(browser.me(elsewhere)).refusesTheCaller();
            assertThat(browser.me(Cookies.cookieOf(answer))).hasStatus(200);
        }

        @Test
        void isIssuedAnewToASuperuserWhoChangesHerOwn() {
            table.setSuperuser(isolde, true);
            Caller her = nobody.presenting(browser.login(isolde));
            Answer answer = her.patch("/users/" + isolde.id(), NEW_PASSWORD);
            assertThat(answer).hasStatus(200);
            assertThat(browser.me(Cookies.cookieOf(answer))).hasStatus(200);
        }

        @Test
        void isNotIssuedForAnothers() {
            table.setSuperuser(isolde, true);
            Person tristan = table.insert("Tristan", "!");
            String cookie = browser.login(isolde);
            Answer answer = nobody.presenting(cookie).patch("/users/" + tristan.id(), NEW_PASSWORD);
            assertThat(answer).hasStatus(200);
            assertThat(answer.cookies()).isEmpty();
            assertThat(browser.me(cookie)).hasStatus(200);
        }

        @Test
        void isNotIssuedForABearerToken() {
            Answer answer = Caller.of(api, isolde).patch("/users/me", NEW_PASSWORD);
            assertThat(answer).hasStatus(200);
            assertThat(answer.cookies()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"password\": \"short\"}", "{\"first_name\": \"Isolde\"}", "{\"email\": \"NEW\"}"})
        void staysWhereThePasswordDoes(String body) {
            String cookie = browser.login(isolde);
            String moved = Person.named("Isolde.of.the.White.Hands").email();
            Answer answer = nobody.presenting(cookie).patch("/users/me", body.replace("NEW", moved));
            assertThat(answer.cookies()).isEmpty();
            assertThat(browser.me(cookie)).hasStatus(200);
        }
    }
}
