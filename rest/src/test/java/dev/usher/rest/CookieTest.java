package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.Caller;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.Knight;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tokens in cookies, from login to logout. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CookieTest {

    private static final String EXPIRED = "__Host-usher=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=lax";
    private static final String SIGNED_EXPIRED = "signed=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=strict";
    private static final String KEY_EXPIRED = "__Host-usher-oauth=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=lax";

    private final RoundTableServer server = new RoundTableServer();

    @AfterAll
    void stop() {
        server.close();
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    /** The value of the one cookie that is set. */
    private static String token(HttpResponse<String> answer) {
        assertThat(cookies(answer)).hasSize(1);
        return cookies(answer).get(0).replaceAll("^[^=]+=([^;]*);.*", "$1");
    }

    private static int status(Caller caller) {
        return caller.get("/halls/active").statusCode();
    }

    private HttpResponse<String> login(Knight knight) {
        return server.nobody().login("cookie", knight.email().value(), RoundTableServer.PASSWORD);
    }

    @Nested
    class Login {

        @Test
        void isAnsweredAsTheApplicationCompletesIt() {
            assertThat(server.nobody()
                            .login("cookie", "Merlin@camelot.bt", "viviane")
                            .headers()
                            .allValues("X-Welcome"))
                    .containsExactly("merlin@camelot.bt");
        }

        @Test
        void setsACookieThatLivesAsLongAsItsToken() {
            HttpResponse<String> answer = server.nobody().login("cookie", "merlin@camelot.bt", "viviane");
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.body()).isEmpty();
            assertThat(cookies(answer))
                    .singleElement()
                    .asString()
                    .matches("__Host-usher=[A-Za-z0-9_-]{43}; Max-Age=604800; Path=/; HttpOnly; Secure; SameSite=lax");
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        }

        @Test
        void setsASignedOneByItsOwnSettings() {
            HttpResponse<String> answer = server.nobody().login("signed-cookie", "merlin@camelot.bt", "viviane");
            assertThat(cookies(answer))
                    .singleElement()
                    .asString()
                    .matches("signed=ey[\\w.-]+; Max-Age=3600; Path=/; HttpOnly; Secure; SameSite=strict");
        }

        @Test
        void setsNoneWhereItIsRefused() {
            HttpResponse<String> answer = server.nobody().login("cookie", "merlin@camelot.bt", "nimue");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(cookies(answer)).isEmpty();
        }

        @Test
        void opensTheDoor() {
            String token = token(server.nobody().login("cookie", "merlin@camelot.bt", "viviane"));
            assertThat(server.nobody()
                            .withCookie("__Host-usher", token)
                            .get("/halls/active")
                            .body())
                    .isEqualTo("merlin@camelot.bt");
        }

        @Test
        void neverKeepsTheTokenThatIsThere() {
            Knight gareth = server.knight("gareth");
            String planted = token(login(gareth));
            String fresh = token(server.nobody()
                    .withCookie("__Host-usher", planted)
                    .login("cookie", "gareth@camelot.bt", RoundTableServer.PASSWORD));
            String unknown = token(server.nobody()
                    .withCookie("__Host-usher", "A".repeat(43))
                    .login("cookie", "gareth@camelot.bt", RoundTableServer.PASSWORD));
            assertThat(fresh).isNotEqualTo(planted);
            assertThat(unknown).isNotEqualTo("A".repeat(43)).isNotEqualTo(fresh);
        }
    }

    @Nested
    class Logout {

        @Test
        void endsEveryTokenThatIsPresentedAndExpiresEveryCookie() {
            Knight lucan = server.knight("lucan");
            String cookie = server.token("cookie", lucan);
            String signed = server.token("signed-cookie", lucan);
            String bearer = server.token("jwt", lucan);
            String elsewhere = server.token("opaque", lucan);
            Caller all = server.nobody()
                    .bearing(bearer)
                    .withCookie("__Host-usher", cookie)
                    .withCookie("signed", signed);

            HttpResponse<String> answer = all.post("/auth/cookie/logout", "");

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(cookies(answer)).containsExactly(EXPIRED, SIGNED_EXPIRED, KEY_EXPIRED);
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(status(server.nobody().bearing(bearer))).isEqualTo(401);
            assertThat(status(server.nobody().withCookie("__Host-usher", cookie)))
                    .isEqualTo(401);
            assertThat(status(server.nobody().withCookie("signed", signed))).isEqualTo(401);
            assertThat(status(server.nobody().bearing(elsewhere))).isEqualTo(200);
        }

        @Test
        void ofABearerExpiresTheCookiesToo() {
            HttpResponse<String> answer = server.bearer(server.knight("kay")).post("/auth/jwt/logout", "");
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(cookies(answer)).containsExactly(EXPIRED, SIGNED_EXPIRED, KEY_EXPIRED);
        }

        @Test
        void takesAGoodToken() {
            assertThat(server.nobody().post("/auth/cookie/logout", "").statusCode())
                    .isEqualTo(401);
            assertThat(server.bearer(Camelot.PERCIVAL)
                            .post("/auth/jwt/logout", "")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(server.bearer(Camelot.ARTHUR)
                            .post("/auth/nowhere/logout", "")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Nested
    class LogoutEverywhere {

        @Test
        void endsAllHerTokensAndNobodyElses() {
            Knight tristan = server.knight("tristan");
            List<Caller> hers = List.of(server.bearer(tristan), server.cookie(tristan), server.bearer(tristan));
            HttpResponse<String> answer = hers.get(0).post("/auth/logout-all", "");
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(cookies(answer)).containsExactly(EXPIRED, SIGNED_EXPIRED, KEY_EXPIRED);
            assertThat(hers).allMatch(caller -> status(caller) == 401);
            assertThat(status(server.bearer(Camelot.ARTHUR))).isEqualTo(200);
            assertThat(login(tristan).statusCode()).isEqualTo(204);
        }

        @Test
        void takesAGoodToken() {
            assertThat(server.nobody().post("/auth/logout-all", "").statusCode())
                    .isEqualTo(401);
        }
    }
}
