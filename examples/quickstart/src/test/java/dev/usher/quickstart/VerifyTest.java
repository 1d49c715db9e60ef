package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** {@code POST /auth/request-verify-token} and {@code POST /auth/verify}. */
@Contract
class VerifyTest {

    private static final String BAD_TOKEN = "VERIFY_USER_BAD_TOKEN";

    private final Api api;
    private final MemberTable table;
    private Person lady = Person.named("Lady");

    VerifyTest(Api api, MemberTable table) {
        this.api = api;
        this.table = table;
    }

    @BeforeEach
    void register() {
        lady = api.registered("Lady.of.the.Lake");
    }

    @Nested
    class RequestVerifyToken {

        @Test
        void mailsATokenForOneHourThatNamesTheAddress() {
            JsonObject claims = Jwt.claims(api.verifyToken(lady));
            assertThat(claims.get("aud")).hasToString("[\"fastapi-users:verify\"]");
            assertThat(claims.getString("sub")).isEqualTo(lady.id());
            assertThat(claims.getString("email")).isEqualTo(lady.email());
            assertThat(claims.getInt("exp") - claims.getInt("iat")).isEqualTo(3600);
        }

        @Test
        void answersUnknownAndVerifiedAddressesAlikeAndMailsNothing() {
            String unknown = Person.named("Agravain").email();
            Person verified = api.registered("Nimue");
            table.setVerified(verified, true);
            assertThat(api.requestVerify(unknown)).is(202, "null");
            assertThat(api.requestVerify(verified.email())).is(202, "null");
            api.verifyToken(lady);
            assertThat(api.mails(unknown)).isEmpty();
            assertThat(api.mails(verified.email())).isEmpty();
        }
    }

    @Nested
    class Verify {

        @Test
        void answersWithTheVerifiedUserAndKeepsHerTokens() {
            String token = api.token(lady);
            assertThat(api.verify(api.verifyToken(lady)))
                    .is(200, lady.json(true, true))
                    .has("Cache-Control", "no-store");
            assertThat(api.me(token)).is(200, lady.json(true, true));
        }

        @Test
        void refusesToDoSoTwice() {
            String used = api.verifyToken(lady);
            String waiting = api.verifyToken(lady);
            assertThat(api.verify(used)).hasStatus(200);
            assertThat(api.verify(used)).refuses(400, "VERIFY_USER_ALREADY_VERIFIED");
            assertThat(api.verify(waiting)).refuses(400, "VERIFY_USER_ALREADY_VERIFIED");
        }

        @Test
        void refusesATokenThatIsNone() {
            String token = api.verifyToken(lady);
            assertThat(api.verify("")).refuses(400, BAD_TOKEN);
            assertThat(api.verify("excalibur")).refuses(400, BAD_TOKEN);
            assertThat(api.verify(Jwt.forged(token))).refuses(400, BAD_TOKEN);
            assertThat(api.verify(Jwt.unsigned(token))).refuses(400, BAD_TOKEN);
            assertThat(api.verify(token + "=")).refuses(400, BAD_TOKEN);
        }

        @Test
        void refusesATokenForAnotherPurpose() {
            assertThat(api.verify(api.resetToken(lady))).refuses(400, BAD_TOKEN);
            assertThat(api.verify(api.token(lady))).refuses(400, BAD_TOKEN);
        }

        @Test
        void refusesATokenThatWasMailedToAFormerAddress() {
            String token = api.verifyToken(lady);
            table.setEmail(lady, "new." + lady.email());
            assertThat(api.verify(token)).refuses(400, BAD_TOKEN);
        }

        @Test
        void refusesATokenWhoseUserIsGone() {
            String token = api.verifyToken(lady);
            table.delete(lady);
            assertThat(api.verify(token)).refuses(400, BAD_TOKEN);
        }
    }
}
