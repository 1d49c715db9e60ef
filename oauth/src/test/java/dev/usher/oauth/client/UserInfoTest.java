package dev.usher.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.oauth.OAuthAttempt;
import dev.usher.oauth.OAuthIdentity;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where address and account id come from. */
class UserInfoTest {

    private static final String PATH = "/userinfo";

    private final Mordred mordred = new Mordred();
    private final OpenIdProvider provider = new OpenIdProvider(mordred.issuer(), mordred.registration());
    private final OAuthAttempt attempt = Attempts.attempt();
    private final IdTokenDraft draft = mordred.idToken(attempt);

    @AfterEach
    void stop() {
        mordred.close();
    }

    private OAuthIdentity redeem(IdTokenDraft idToken) {
        mordred.gives(idToken.signed());
        return provider.redeem(Refusals.CODE, attempt);
    }

    private String refused(IdTokenDraft idToken) {
        return String.valueOf(Refusals.failure(attempt, () -> redeem(idToken)).getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "'\"true\"', true",
        "false, false",
        "'\"false\"', false",
        "1, false",
        "'\"yes\"', false",
        "null, false",
        "'[true]', false"
    })
    void tellsWhetherTheAddressIsVerified(String json, boolean verified) {
        mordred.onText(
                PATH,
                200,
                "{\"sub\":\"" + IdTokenDraft.SUBJECT + "\",\"email\":\"m@camelot.example\",\"email_verified\":" + json
                        + "}");

        assertThat(redeem(draft.without("email")).emailVerified()).isEqualTo(verified);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "True, false", "false, false", "'', false"})
    void takesTextInAnIdTokenAsAppleWritesIt(String text, boolean verified) {
        assertThat(redeem(draft.with("email_verified", text)).emailVerified()).isEqualTo(verified);
    }

    @Test
    void takesAnAddressForUnverifiedWhereNothingIsSaid() {
        OAuthIdentity identity = redeem(draft.without("email_verified"));

        assertThat(identity.email()).isEqualTo("mordred@camelot.example");
        assertThat(identity.emailVerified()).isFalse();
    }

    @Test
    void isNotAskedForWhatTheIdTokenTells() {
        redeem(draft);

        assertThat(mordred.asked(PATH)).isEmpty();
    }

    @Test
    void isAskedWithTheAccessToken() {
        mordred.onJson(PATH, 200, Map.of("sub", IdTokenDraft.SUBJECT, "email", "m@camelot.example"));

        assertThat(redeem(draft.without("email")).email()).isEqualTo("m@camelot.example");
        assertThat(mordred.asked(PATH).get(0).header("Authorization")).isEqualTo("Bearer " + Mordred.ACCESS_TOKEN);
    }

    @Test
    void tellsNoAddressWhereThereIsNone() {
        mordred.onJson(PATH, 200, Map.of("sub", IdTokenDraft.SUBJECT, "email", "", "email_verified", true));

        OAuthIdentity identity = redeem(draft.without("email"));

        assertThat(identity.accountId()).isEqualTo(IdTokenDraft.SUBJECT);
        assertThat(identity.email()).isNull();
        assertThat(identity.emailVerified()).isFalse();
    }

    @Test
    void isNotMissedWhereTheIssuerHasNone() {
        mordred.forgets("userinfo_endpoint");

        assertThat(redeem(draft.without("email")).email()).isNull();
    }

    @Test
    void isRefusedWhenItSpeaksOfAnotherAccount() {
        mordred.onJson(PATH, 200, Map.of("sub", "arthur", "email", "arthur@camelot.example"));

        assertThat(refused(draft.without("email"))).endsWith("speaks of another account than the ID token");
    }

    @Test
    void isRefusedWhenItSpeaksOfNobody() {
        mordred.onJson(PATH, 200, Map.of("email", "arthur@camelot.example"));

        assertThat(refused(draft.without("email"))).contains("tells no sub");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b@camelot.example", "\\ud800@camelot.example", "a\\n@camelot.example"})
    void isRefusedWhenItTellsAnAddressThatNoDatabaseHolds(String email) {
        mordred.onText(PATH, 200, "{\"sub\":\"" + IdTokenDraft.SUBJECT + "\",\"email\":\"" + email + "\"}");

        assertThat(refused(draft.without("email"))).contains("tells no email");
    }

    @Test
    void isRefusedWhenItTellsAnAddressThatIsTooLongOrNoText() {
        assertThat(refused(draft.with("email", "m".repeat(321)))).contains("tells no email");
        assertThat(refused(draft.with("email", 7))).contains("tells no email");
    }

    @Test
    void isRefusedWhenItIsNoJson() {
        mordred.onText(PATH, 200, "eyJhbGciOiJub25lIn0.e30.");

        assertThat(refused(draft.without("email"))).contains("no JSON object");
    }
}
