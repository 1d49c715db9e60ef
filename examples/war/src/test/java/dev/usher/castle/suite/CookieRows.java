package dev.usher.castle.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A user who is signed in by cookie, and other sites that would use hers. */
interface CookieRows extends Rows {

    String SET = "__Host-usher=[\\w-]{43}; Max-Age=604800; Path=/; HttpOnly; Secure; SameSite=lax";
    String EXPIRED = "__Host-usher=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=lax";

    /** The cookie of somebody new. */
    default String cookie(String name) {
        return api().loginByCookie(registered(name), PASSWORD).is(204).cookie();
    }

    private Answer me(String cookie) {
        return api().call("GET", "users/me").cookie(cookie).answer();
    }

    private Call invite(String team, String cookie) {
        return api().call("POST", "teams/" + team).cookie(cookie).content("text/plain", Rows.address("invited"));
    }

    @Test
    default void cookie_isSetAtLogin() {
        Answer answer = api().loginByCookie(registered("yvain"), PASSWORD).is(204, "");
        assertThat(answer.headers("Set-Cookie")).singleElement().asString().matches(SET);
        assertThat(answer.header("Cache-Control")).as("Open Liberty adds to it").startsWith("no-store");
    }

    @Test
    default void cookie_opensUshersEndpointsAndTheApplications() {
        String cookie = cookie("laudine");
        me(cookie).is(200);
        invite("t" + cookie.hashCode(), cookie).answer().is(204);
        invite("t" + cookie.hashCode(), "__Host-usher=forged").answer().refuses(401, "Unauthorized");
    }

    @Test
    default void cookie_isFoundAmongThoseOfOthers() {
        String cookie = cookie("gornemant");
        me("settings={\"theme\":[\"dark\",2]}; empty=; " + cookie + "; $last=a b")
                .is(200);
        me(cookie + "; " + "x=\"y; z=").is(200);
    }

    @Test
    default void cookie_expiresAtLogout() {
        String cookie = cookie("lunete");
        Answer answer = api().call("POST", "auth/cookie/logout").cookie(cookie).answer();
        assertThat(answer.is(204, "").headers("Set-Cookie")).containsExactly(EXPIRED);
        me(cookie).refuses(401, "Unauthorized");
    }

    @Test
    default void cookie_doesNotCountFromAnotherSite() {
        String cookie = cookie("calogrenant");
        String team = "t" + cookie.hashCode();
        invite(team, cookie).with("Sec-Fetch-Site", "cross-site").answer().refuses(403, "CSRF_REJECTED");
        invite(team, cookie).with("Origin", "https://orkney.example").answer().refuses(403, "CSRF_REJECTED");
        invite(team, cookie).with("Sec-Fetch-Site", "same-origin").answer().is(204);
        api().call("PATCH", "users/me")
                .cookie(cookie)
                .with("Sec-Fetch-Site", "cross-site")
                .json("{\"first_name\":\"Kay\"}")
                .answer()
                .refuses(403, "CSRF_REJECTED");
        assertThat(me(cookie).is(200).text("first_name")).isEqualTo("calogrenant");
    }

    @Test
    default void cookie_isNotSetForAnotherSite() {
        Answer answer = api().cookieLogin(registered("esclados"), PASSWORD)
                .with("Sec-Fetch-Site", "cross-site")
                .answer()
                .refuses(403, "CSRF_REJECTED");
        assertThat(answer.headers("Set-Cookie")).isEmpty();
    }

    @Test
    default void cookie_isRenewedWhereThePasswordIsChanged() {
        String cookie = cookie("enide");
        Answer answer = api().call("PATCH", "users/me")
                .cookie(cookie)
                .json(Api.json("password", "of the white stag"))
                .answer()
                .is(200);
        assertThat(answer.headers("Set-Cookie"))
                .singleElement()
                .asString()
                .matches(SET)
                .doesNotContain(cookie);
        me(cookie).refuses(401, "Unauthorized");
        assertThat(me(answer.cookie()).is(200).header("ETag")).isEqualTo(answer.header("ETag"));
    }

    @Test
    default void logoutAll_endsEveryTokenOfWhateverKind() {
        String address = registered("erec");
        String token = api().login(address, PASSWORD).text("access_token");
        String cookie = api().loginByCookie(address, PASSWORD).cookie();
        Answer answer = api().send("POST", "auth/logout-all", token).is(204, "");
        assertThat(answer.headers("Set-Cookie")).containsExactly(EXPIRED);
        me(cookie).refuses(401, "Unauthorized");
        api().get("users/me", token).refuses(401, "Unauthorized");
    }
}
