package dev.usher.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.oauth.OAuthAttempt;
import dev.usher.oauth.OAuthException.Reason;
import dev.usher.oauth.OAuthTokens;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redeeming a code. */
class TokenEndpointTest {

    private static final String PATH = "/token";
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00.987Z");

    private final Mordred mordred = new Mordred();
    private final OpenIdProvider provider =
            new OpenIdProvider(mordred.issuer(), mordred.registration(), Clock.fixed(NOW, ZoneOffset.UTC));
    private final OAuthAttempt attempt = Attempts.attempt();

    @AfterEach
    void stop() {
        mordred.close();
    }

    private OAuthTokens redeem() {
        return provider.redeem(Refusals.CODE, attempt).tokens();
    }

    private OAuthTokens redeem(String member, Object value) {
        Map<String, Object> tokens =
                new HashMap<>(mordred.tokens(mordred.idToken(attempt).signed()));
        tokens.put(member, value);
        mordred.onJson(PATH, 200, tokens);
        return redeem();
    }

    private String refused(String member, Object value) {
        return String.valueOf(
                Refusals.failure(attempt, () -> redeem(member, value)).getMessage());
    }

    @Nested
    class Request {

        private Mordred.Asked request() {
            mordred.gives(mordred.idToken(attempt).signed());
            redeem();
            return mordred.asked(PATH).get(0);
        }

        @Test
        void hasTheCodeTheAddressAndTheVerifier() {
            assertThat(Browser.form(request().body()))
                    .containsEntry("grant_type", "authorization_code")
                    .containsEntry("code", Refusals.CODE)
                    .containsEntry("redirect_uri", attempt.redirectUri().toString())
                    .containsEntry("code_verifier", attempt.codeVerifier());
        }

        @Test
        void provesWhoAsksByAHeader() {
            Mordred.Asked request = request();

            assertThat(request.header("Authorization")).startsWith("Basic ");
            assertThat(basic(request)).isEqualTo(Mordred.CLIENT + ":the+secret+of+the+round+table");
            assertThat(Browser.form(request.body())).doesNotContainKey("client_secret");
        }

        @Test
        void provesItInTheFormWhereTheIssuerOffersThatAlone() {
            mordred.says("token_endpoint_auth_methods_supported", List.of("client_secret_post", "private_key_jwt"));

            Mordred.Asked request = request();

            assertThat(request.header("Authorization")).isEmpty();
            assertThat(Browser.form(request.body()))
                    .containsEntry("client_id", Mordred.CLIENT)
                    .containsEntry("client_secret", Mordred.SECRET);
        }

        @Test
        void isNotMadeWhereTheIssuerOffersNeither() {
            mordred.says("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));

            assertThat(Refusals.failure(attempt, TokenEndpointTest.this::redeem))
                    .hasMessageEndingWith("offers no way to send a client's secret");
            assertThat(mordred.asked(PATH)).isEmpty();
        }

        private static String basic(Mordred.Asked request) {
            byte[] decoded =
                    Base64.getDecoder().decode(request.header("Authorization").substring("Basic ".length()));
            return new String(decoded, StandardCharsets.UTF_8);
        }
    }

    @Nested
    class Code {

        @ParameterizedTest
        @ValueSource(ints = {400, 401, 403})
        void isRefusedWhereTheGrantIsInvalid(int status) {
            mordred.onJson(
                    PATH,
                    status,
                    Map.of("error", "invalid_grant", "error_description", "no " + Refusals.CODE + " here"));

            Refusals.refusal(Reason.CODE_REFUSED, attempt, TokenEndpointTest.this::redeem);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\n"})
        void isRefusedUnaskedWhereItIsBlank(String code) {
            Refusals.refusal(Reason.CODE_REFUSED, attempt, () -> provider.redeem(code, attempt));

            assertThat(mordred.asked(PATH)).isEmpty();
        }

        @Test
        void isRefusedUnaskedWhereItIsTooLong() {
            Refusals.refusal(Reason.CODE_REFUSED, attempt, () -> provider.redeem("c".repeat(8_001), attempt));

            assertThat(mordred.asked(PATH)).isEmpty();
        }

        @Test
        void isSentWhateverItHolds() {
            String code = "a&grant_type=password\r\nX: y\u0000\ud800 + % ü";
            mordred.gives(mordred.idToken(attempt).signed());

            provider.redeem(code, attempt);

            assertThat(Browser.form(mordred.asked(PATH).get(0).body()))
                    .containsEntry("code", code.replace('\ud800', '?'))
                    .containsEntry("grant_type", "authorization_code");
        }
    }

    @Nested
    class Failure {

        @ParameterizedTest
        @ValueSource(strings = {"invalid_client", "redirect_uri_mismatch"})
        void namesTheErrorThatAnOperatorCanMend(String error) {
            mordred.onJson(PATH, 400, Map.of("error", error));

            assertThat(Refusals.failure(attempt, TokenEndpointTest.this::redeem))
                    .hasMessage(mordred.issuer() + PATH + " answers 400 and " + error);
        }

        @Test
        void doesNotRepeatAnErrorThatIsNotKnown() {
            mordred.onJson(PATH, 400, Map.of("error", "bad code " + Refusals.CODE));

            assertThat(Refusals.failure(attempt, TokenEndpointTest.this::redeem))
                    .hasMessageEndingWith("an error that is not known");
        }

        @Test
        void isTheProvidersWhereItAnswers500WhateverItSays() {
            mordred.onJson(PATH, 500, Map.of("error", "invalid_grant"));

            Refusals.failure(attempt, TokenEndpointTest.this::redeem);
        }

        @Test
        void isAnAnswerOfAnotherStatusThatHasTokens() {
            mordred.onJson(PATH, 201, mordred.tokens(mordred.idToken(attempt).signed()));

            assertThat(Refusals.failure(attempt, TokenEndpointTest.this::redeem))
                    .hasMessageEndingWith("answers 201");
        }

        @Test
        void isATokenThatIsNoText() {
            assertThat(refused("access_token", 7)).contains("gives no access token");
            assertThat(refused("access_token", "")).contains("gives no access token");
            assertThat(refused("access_token", "two words")).contains("gives no access token");
            assertThat(refused("access_token", "a\r\nb")).contains("gives no access token");
            assertThat(refused("refresh_token", List.of("a"))).contains("gives no refresh token");
        }

        @Test
        void isATokenThatIsTooLong() {
            assertThat(redeem("access_token", "a".repeat(8_000)).accessToken()).hasSize(8_000);
            assertThat(refused("access_token", "a".repeat(8_001))).contains("gives no access token");
            assertThat(refused("refresh_token", "a".repeat(8_001))).contains("gives no refresh token");
        }

        @Test
        void isATokenOfAnotherKind() {
            assertThat(refused("token_type", "DPoP")).endsWith("gives a token that is no bearer token");
            assertThat(redeem("token_type", "bearer").accessToken()).isEqualTo(Mordred.ACCESS_TOKEN);
        }
    }

    @Test
    void givesTheRefreshTokenWhereThereIsOne() {
        assertThat(redeem("refresh_token", "again").refreshToken()).isEqualTo("again");
        assertThat(redeem("refresh_token", "").refreshToken()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "3600, 3600",
        "'\"60\"', 60",
        "0.5,",
        "0,",
        "-1,",
        "'\"soon\"',",
        "99999999999999999999999,",
        "null,",
        "315360000, 315360000"
    })
    void tellsWhenTheAccessTokenEndsWhereThatMakesSense(String json, Long seconds) {
        String idToken = mordred.idToken(attempt).signed();
        mordred.onText(
                PATH, 200, "{\"access_token\":\"a\",\"id_token\":\"" + idToken + "\",\"expires_in\":" + json + "}");

        assertThat(redeem().expiresAt())
                .isEqualTo(
                        seconds == null
                                ? null
                                : Instant.parse("2026-11-20T12:00:00Z").plusSeconds(seconds));
    }
}
