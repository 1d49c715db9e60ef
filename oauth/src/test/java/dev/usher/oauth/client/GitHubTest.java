package dev.usher.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.oauth.OAuthAttempt;
import dev.usher.oauth.OAuthException.Reason;
import dev.usher.oauth.OAuthIdentity;
import dev.usher.oauth.OAuthProvider;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in at GitHub, or what answers as GitHub's documentation says that it does. */
class GitHubTest {

    private static final String TOKEN = "/login/oauth/access_token";
    private static final String USER = "/api/v3/user";
    private static final String EMAILS = "/api/v3/user/emails";
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final Mordred mordred = new Mordred();
    private final OAuthProvider github =
            GitHub.provider(mordred.registration(), mordred.issuer(), api(), Clock.fixed(NOW, ZoneOffset.UTC));
    private final OAuthAttempt attempt = Attempts.attempt();

    private URI api() {
        return URI.create(mordred.issuer() + "/api/v3/");
    }

    @BeforeEach
    void answer() {
        mordred.onJson(
                TOKEN,
                200,
                Map.of("access_token", Mordred.ACCESS_TOKEN, "token_type", "bearer", "scope", "user:email"));
        mordred.onText(USER, 200, "{\"login\":\"mordred\",\"id\":583231,\"email\":\"shown@camelot.example\"}");
        emails(email("old@camelot.example", false, true), email("m@camelot.example", true, true));
    }

    @AfterEach
    void stop() {
        mordred.close();
    }

    private static String email(String address, boolean primary, boolean verified) {
        return "{\"email\":\"" + address + "\",\"primary\":" + primary + ",\"verified\":" + verified + "}";
    }

    private void emails(String... emails) {
        mordred.onText(EMAILS, 200, "[" + String.join(",", emails) + "]");
    }

    private OAuthIdentity redeem() {
        return github.redeem(Refusals.CODE, attempt);
    }

    private String refused() {
        return String.valueOf(Refusals.failure(attempt, this::redeem).getMessage());
    }

    @Test
    void isWhereGitHubIs() {
        URI address = GitHub.provider(mordred.registration()).authorizationUrl(attempt, List.of());

        assertThat(address.toString()).startsWith("https://github.com/login/oauth/authorize?");
    }

    @Test
    void asksForTheAddressesAndWhatTheCallerWants() {
        Map<String, String> query = Browser.query(github.authorizationUrl(attempt, List.of("repo")));

        assertThat(query)
                .containsEntry("scope", "user:email repo")
                .containsEntry("client_id", Mordred.CLIENT)
                .containsEntry("redirect_uri", attempt.redirectUri().toString())
                .containsEntry("state", attempt.state())
                .containsEntry("code_challenge_method", "S256")
                .containsKey("code_challenge")
                .doesNotContainKey("nonce");
    }

    @Test
    void tellsTheNumberAndThePrimaryAddress() {
        OAuthIdentity identity = redeem();

        assertThat(identity.accountId()).isEqualTo("583231");
        assertThat(identity.email()).isEqualTo("m@camelot.example");
        assertThat(identity.emailVerified()).isTrue();
        assertThat(identity.tokens().accessToken()).isEqualTo(Mordred.ACCESS_TOKEN);
        assertThat(identity.tokens().expiresAt()).isNull();
    }

    @Test
    void isAskedAsItWantsToBe() {
        redeem();

        Mordred.Asked token = mordred.asked(TOKEN).get(0);
        assertThat(token.header("Accept")).isEqualTo("application/json");
        assertThat(Browser.form(token.body()))
                .containsEntry("client_id", Mordred.CLIENT)
                .containsEntry("client_secret", Mordred.SECRET)
                .containsEntry("code", Refusals.CODE)
                .containsEntry("code_verifier", attempt.codeVerifier());
        for (String path : List.of(USER, EMAILS)) {
            Mordred.Asked asked = mordred.asked(path).get(0);
            assertThat(asked.header("Accept")).isEqualTo("application/json");
            assertThat(asked.header("Authorization")).isEqualTo("Bearer " + Mordred.ACCESS_TOKEN);
        }
    }

    @Test
    void tellsWhenTheTokenEndsWhereItDoes() {
        mordred.onJson(
                TOKEN,
                200,
                Map.of("access_token", Mordred.ACCESS_TOKEN, "expires_in", 28_800, "refresh_token", "again"));

        assertThat(redeem().tokens().expiresAt()).isEqualTo(NOW.plusSeconds(28_800));
        assertThat(redeem().tokens().refreshToken()).isEqualTo("again");
    }

    @Nested
    class Address {

        @Test
        void isUnverifiedWhereThePrimaryOneIs() {
            emails(email("old@camelot.example", false, true), email("m@camelot.example", true, false));

            assertThat(redeem().email()).isEqualTo("m@camelot.example");
            assertThat(redeem().emailVerified()).isFalse();
        }

        @Test
        void isNoneWhereThereIsNoPrimaryOne() {
            emails(email("old@camelot.example", false, true));
            assertThat(redeem().email()).isNull();
            assertThat(redeem().emailVerified()).isFalse();

            emails();
            assertThat(redeem().email()).isNull();
        }

        @Test
        void isNotVerifiedByTextThatSaysSo() {
            mordred.onText(EMAILS, 200, "[7,{\"email\":\"m@camelot.example\",\"primary\":true,\"verified\":\"true\"}]");

            assertThat(redeem().emailVerified()).isFalse();
        }

        @ParameterizedTest
        @ValueSource(ints = {403, 404, 500})
        void thatIsNotToldIsAFailure(int status) {
            mordred.onText(EMAILS, status, "{\"message\":\"Not Found\"}");

            assertThat(refused()).endsWith("/user/emails answers " + status);
        }
    }

    @Nested
    class Failure {

        @Test
        void isTheCodesWhereGitHubSaysSoWithStatus200() {
            mordred.onJson(TOKEN, 200, Map.of("error", "bad_verification_code", "error_description", Refusals.CODE));

            Refusals.refusal(Reason.CODE_REFUSED, attempt, GitHubTest.this::redeem);
        }

        @Test
        void namesWhatIsWrongWithTheRegistration() {
            mordred.onJson(TOKEN, 200, Map.of("error", "incorrect_client_credentials"));

            assertThat(refused()).endsWith("answers 200 and incorrect_client_credentials");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"id\":null}",
                    "{\"id\":\"583231\"}",
                    "{\"id\":1.5}",
                    "{\"id\":[583231]}",
                    "{\"id\":99999999999999999999999}",
                    "{\"login\":\"mordred\"}"
                })
        void isAnAccountWithoutANumber(String user) {
            mordred.onText(USER, 200, user);

            assertThat(refused()).contains("tells no account id");
        }

        @Test
        void isAnAnswerThatIsNoJson() {
            mordred.onText(TOKEN, 200, "access_token=" + Mordred.ACCESS_TOKEN + "&token_type=bearer");

            assertThat(refused()).endsWith("answers 200 and no JSON object");
        }
    }
}
