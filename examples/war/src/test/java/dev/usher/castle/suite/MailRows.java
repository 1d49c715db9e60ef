package dev.usher.castle.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Verification and reset, whose tokens come by mail. */
interface MailRows extends Rows {

    default String verifyToken(String address) {
        api().postJson("auth/request-verify-token", Api.json("email", address)).is(202, "null");
        return api().mailed("verify", address);
    }

    default String resetToken(String address) {
        api().postJson("auth/forgot-password", Api.json("email", address)).is(202, "null");
        return api().mailed("reset", address);
    }

    @Test
    default void verify_takesTheMailedToken() {
        String address = registered("dinadan");
        String body = Api.json("token", verifyToken(address));
        assertThat(api().postJson("auth/verify", body).is(200).body()).contains("\"is_verified\":true");
        api().postJson("auth/verify", body).refuses(400, "VERIFY_USER_ALREADY_VERIFIED");
        api().postJson("auth/verify", Api.json("token", "forged")).refuses(400, "VERIFY_USER_BAD_TOKEN");
    }

    @Test
    default void reset_setsAnotherPasswordAndEndsTokens() {
        String address = registered("gareth");
        String token = api().login(address, PASSWORD).text("access_token");
        String body = Api.json("token", resetToken(address), "password", "of the kitchen");
        api().postJson("auth/reset-password", body).is(200, "null");
        api().postJson("auth/reset-password", body).refuses(400, "RESET_PASSWORD_BAD_TOKEN");
        api().get("users/me", token).refuses(401, "Unauthorized");
        api().login(address, PASSWORD).refuses(400, "LOGIN_BAD_CREDENTIALS");
        api().login(address, "of the kitchen").is(200);
    }
}
