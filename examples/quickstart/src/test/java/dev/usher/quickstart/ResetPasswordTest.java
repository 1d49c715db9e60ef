package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** {@code POST /auth/forgot-password} and {@code POST /auth/reset-password}. */
@Contract
class ResetPasswordTest {

    private static final String BAD_TOKEN = "RESET_PASSWORD_BAD_TOKEN";

    private final Api api;
    private final MemberTable table;
    private Person gareth = Person.named("Gareth");

    ResetPasswordTest(Api api, MemberTable table) {
        this.api = api;
        this.table = table;
    }

    @BeforeEach
    void register() {
        gareth = api.registered("Gareth");
    }

    @Nested
    class ForgotPassword {

        @Test
        void mailsATokenForOneHourToTheStoredAddress() {
            assertThat(api.forgotPassword("  " + gareth.email().toUpperCase(Locale.ROOT)))
                    .is(202, "null");
            JsonObject claims = Jwt.claims(api.mailed("reset", gareth.email()));
            assertThat(claims.get("aud")).hasToString("[\"fastapi-users:reset\"]");
            assertThat(claims.getString("sub")).isEqualTo(gareth.id());
            assertThat(claims.getInt("exp") - claims.getInt("iat")).isEqualTo(3600);
        }

        @Test
        void answersAnUnknownAddressAlikeAndMailsNothing() {
            String unknown = Person.named("Agravain").email();
            assertThat(api.forgotPassword(unknown)).is(202, "null");
            api.resetToken(gareth);
            assertThat(api.mails(unknown)).isEmpty();
        }
    }

    @Nested
    class Reset {

        @Test
        void setsThePasswordAndEndsEveryTokenFromBefore() {
            String first = api.token(gareth);
            String second = api.token(gareth);
            assertThat(api.resetPassword(api.resetToken(gareth), "caliburnus")).is(200, "null");
            assertThat(api.me(first)).refusesTheCaller();
            assertThat(api.me(second)).refusesTheCaller();
            assertThat(api.login(gareth)).refuses(400, "LOGIN_BAD_CREDENTIALS");
            assertThat(api.me(api.token(gareth.email(), "caliburnus"))).hasStatus(200);
        }

        @Test
        void takesATokenOnceOnlyAndEndsTheOthersWithIt() {
            String used = api.resetToken(gareth);
            String waiting = api.resetToken(gareth);
            String unverified = api.verifyToken(gareth);
            assertThat(api.resetPassword(used, "caliburnus")).hasStatus(200);
            assertThat(api.resetPassword(used, "clarent00")).refuses(400, BAD_TOKEN);
            assertThat(api.resetPassword(waiting, "clarent00")).refuses(400, BAD_TOKEN);
            assertThat(api.verify(unverified)).refuses(400, "VERIFY_USER_BAD_TOKEN");
            assertThat(api.login(gareth.email(), "caliburnus")).hasStatus(200);
        }

        @Test
        void refusesAPasswordByThePolicyAndKeepsTheToken() {
            String token = api.resetToken(gareth);
            assertThat(api.resetPassword(token, "short"))
                    .refuses(400, "RESET_PASSWORD_INVALID_PASSWORD", "Password should be at least 8 characters");
            assertThat(api.login(gareth)).hasStatus(200);
            assertThat(api.resetPassword(token, "caliburnus")).hasStatus(200);
        }

        @Test
        void judgesTheTokenBeforeThePassword() {
            assertThat(api.resetPassword("forged", "short")).refuses(400, BAD_TOKEN);
        }

        @Test
        void judgesTheFormOfTheBodyBeforeTheToken() {
            assertThat(api.resetPassword("forged", "p".repeat(1025))).isInvalid("value_error body.password");
            assertThat(api.postJson("/auth/reset-password", "{}"))
                    .isInvalid("missing body.token", "missing body.password");
        }

        @Test
        void refusesATokenThatIsNone() {
            String token = api.resetToken(gareth);
            assertThat(api.resetPassword("", "caliburnus")).refuses(400, BAD_TOKEN);
            assertThat(api.resetPassword(Jwt.forged(token), "caliburnus")).refuses(400, BAD_TOKEN);
            assertThat(api.resetPassword(Jwt.unsigned(token), "caliburnus")).refuses(400, BAD_TOKEN);
            assertThat(api.resetPassword(token + "=", "caliburnus")).refuses(400, BAD_TOKEN);
            assertThat(api.resetPassword(" " + token, "caliburnus")).refuses(400, BAD_TOKEN);
        }

        @Test
        void refusesATokenForAnotherPurpose() {
            assertThat(api.resetPassword(api.verifyToken(gareth), "caliburnus")).refuses(400, BAD_TOKEN);
            assertThat(api.resetPassword(api.token(gareth), "caliburnus")).refuses(400, BAD_TOKEN);
        }

        @Test
        void refusesATokenThatWasMailedToAFormerAddress() {
            String token = api.resetToken(gareth);
            table.setEmail(gareth, "new." + gareth.email());
            assertThat(api.resetPassword(token, "caliburnus")).refuses(400, BAD_TOKEN);
        }

        @Test
        void refusesATokenWhoseUserIsGone() {
            String token = api.resetToken(gareth);
            table.delete(gareth);
            assertThat(api.resetPassword(token, "caliburnus")).refuses(400, BAD_TOKEN);
        }
    }
}
