package dev.usher.castle.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Guards, on Usher's own endpoints and on the application's. */
interface GuardRows extends MailRows {

    @Test
    default void guard_asksForAToken() {
        Answer answer = api().get("hall", "").refuses(401, "Unauthorized");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(api().get("hall", "no.such.token")
                        .refuses(401, "Unauthorized")
                        .header("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"invalid_token\","
                        + " error_description=\"The token is malformed, expired or ended\"");
        api().get("users/me", "").refuses(401, "Unauthorized");
    }

    @Test
    default void guard_asksForAVerifiedAddress() {
        Answer answer = api().get("hall", token("elaine")).refuses(403, "Forbidden");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"insufficient_scope\"");
    }

    @Test
    default void guard_givesTheApplicationItsUser() {
        String address = registered("Percival");
        String token = api().login(address, PASSWORD).text("access_token");
        api().postJson("auth/verify", Api.json("token", verifyToken(address))).is(200);
        api().get("hall", token).is(200, "Welcome, Percival!");
    }

    @Test
    default void guard_givesUshersEndpointsTheCaller() {
        String address = registered("lucan");
        String token = api().login(address, PASSWORD).text("access_token");
        assertThat(api().get("users/me", token).is(200).text("email")).isEqualTo(address);
    }
}
