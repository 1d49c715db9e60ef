package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens end by themselves, after the lifetimes that are configured. */
class ExpiryTest {

    @Test
    void everyTokenExpires(@TempDir Path folder) {
        Launch launch = Launch.in(folder)
                .env("USHER_JWT_LIFETIME", "PT2S")
                .env("USHER_RESET_LIFETIME", "PT1S")
                .env("USHER_VERIFY_LIFETIME", "PT1S");
        try (QuickstartProcess process = launch.start()) {
            Api api = process.api();
            Person arthur = api.registered("Arthur");
            String resetToken = api.resetToken(arthur);
            String verifyToken = api.verifyToken(arthur);
            String accessToken = api.token(arthur);
            assertThat(Jwt.claims(accessToken).getInt("exp")
                            - Jwt.claims(accessToken).getInt("iat"))
                    .isEqualTo(2);

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
