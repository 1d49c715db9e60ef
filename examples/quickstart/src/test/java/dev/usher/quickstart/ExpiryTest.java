package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tokens end by themselves, after the lifetimes that are configured. */
@Contract
class ExpiryTest {

    @Test
    void everyTokenExpires(Launch launch) {
        Launch shortLived = launch.env("USHER_JWT_LIFETIME", "PT2S")
                .env("USHER_OPAQUE_LIFETIME", "PT2S")
                .env("USHER_RESET_LIFETIME", "PT1S")
                .env("USHER_VERIFY_LIFETIME", "PT1S");
        try (QuickstartProcess process = shortLived.start()) {
            Api api = process.api();
            Person arthur = api.registered("Arthur");
            String resetToken = api.resetToken(arthur);
            String verifyToken = api.verifyToken(arthur);
            String accessToken = api.token(arthur);
            assertThat(Jwt.claims(accessToken).getInt("exp")
                            - Jwt.claims(accessToken).getInt("iat"))
                    .isEqualTo(2);

            Answer login = new Cookies(api).tryLogin(arthur);
            String cookie = Cookies.cookieOf(login);
            assertThat(login.cookies()).singleElement().asString().contains("; Max-Age=2; ");

            Eventually.get(
                    "the opaque token to expire",
                    () -> new Cookies(api).me(cookie).status() == 401 ? Optional.of(cookie) : Optional.empty());
            Eventually.get(
                    "the access token to expire",
                    () -> api.me(accessToken).status() == 401 ? Optional.of(accessToken) : Optional.empty());
            assertThat(api.logout(accessToken)).refusesTheCaller();
            assertThat(api.resetPassword(resetToken, "caliburnus")).refuses(400, "RESET_PASSWORD_BAD_TOKEN");
            assertThat(api.verify(verifyToken)).refuses(400, "VERIFY_USER_BAD_TOKEN");
            assertThat(api.me(api.token(arthur))).is(200, arthur.json(true, false));
        }
    }
}
