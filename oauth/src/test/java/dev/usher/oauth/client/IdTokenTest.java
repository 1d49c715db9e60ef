package dev.usher.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.usher.oauth.OAuthAttempt;
import dev.usher.oauth.OAuthIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which ID tokens are believed. */
class IdTokenTest {

    private final Mordred mordred = new Mordred();
    private final OpenIdProvider provider = new OpenIdProvider(mordred.issuer(), mordred.registration());
    private final OAuthAttempt attempt = Attempts.attempt();
    private final IdTokenDraft draft = mordred.idToken(attempt);

    @AfterEach
    void stop() {
        mordred.close();
    }

    private OAuthIdentity redeem(String idToken) {
        mordred.gives(idToken);
        return provider.redeem(Refusals.CODE, attempt);
    }

    private String refused(String idToken) {
        return String.valueOf(Refusals.failure(attempt, () -> redeem(idToken)).getMessage());
    }

    @Test
    void believesAGoodOne() {
        OAuthIdentity identity = redeem(draft.signed());

        assertThat(identity.accountId()).isEqualTo(IdTokenDraft.SUBJECT);
        assertThat(identity.email()).isEqualTo("mordred@camelot.example");
        assertThat(identity.emailVerified()).isTrue();
        assertThat(identity.tokens().accessToken()).isEqualTo(Mordred.ACCESS_TOKEN);
        assertThat(identity.tokens().refreshToken()).isNull();
    }

    @Nested
    class Signature {

        @Test
        void ofAnotherKeyUnderTheSameIdIsRefused() {
            assertThat(refused(draft.signed(Mordred.key("sword")))).endsWith("its signature is wrong");
        }

        @Test
        void ofAKeyThatTheIssuerDoesNotListIsRefused() {
            assertThat(refused(draft.signed(Mordred.key("dagger")))).contains("signed by no key of the issuer");
        }

        @Test
        void underAHeaderThatIsNullIsRefused() {
            assertThat(refused("bnVsbA.e30.AA")).endsWith("it cannot be checked");
        }

        @Test
        void ofNobodyIsRefusedThoughOffered() {
            assertThat(refused(draft.unsigned())).contains("Signed ID token expected");
        }

        @Test
        void isNotLeftOutByClaimingAnAlgorithm() {
            String[] parts = draft.signed().split("\\.");

            assertThat(refused(parts[0] + "." + parts[1] + ".")).contains("refused");
            assertThat(refused(Base64URL.encode("{\"alg\":\"none\",\"kid\":\"sword\"}") + "." + parts[1] + "."))
                    .contains("Signed ID token expected");
        }

        @Test
        void byTheClientsSecretIsRefusedThoughOffered() {
            byte[] secret = Mordred.SECRET.repeat(2).getBytes(StandardCharsets.UTF_8);
            var longSecret = new ClientRegistration("mordred", Mordred.CLIENT, Mordred.SECRET.repeat(2));
            var known = new OpenIdProvider(mordred.issuer(), longSecret);
            mordred.gives(draft.signed(secret));

            var e = Refusals.failure(attempt, () -> known.redeem(Refusals.CODE, attempt));

            assertThat(e).hasMessageContaining("an algorithm that is not taken");
        }

        @Test
        void byThePublicKeyAsASecretIsRefused() throws JOSEException {
            byte[] encoded = Mordred.KEY.toRSAPublicKey().getEncoded();
            byte[] json = Mordred.KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);

            assertThat(refused(draft.signed(encoded))).contains("an algorithm that is not taken");
            assertThat(refused(draft.signed(json))).contains("an algorithm that is not taken");
        }

        @Test
        void byAnEllipticCurveIsBelievedWhereItIsOffered() throws JOSEException {
            ECKey lance = new ECKeyGenerator(Curve.P_256).keyID("lance").generate();
            mordred.onJson("/keys", 200, new JWKSet(lance).toJSONObject(true));
            mordred.says("id_token_signing_alg_values_supported", List.of("ES256", "EdDSA"));

            assertThat(redeem(draft.signed(lance)).accountId()).isEqualTo(IdTokenDraft.SUBJECT);
        }

        @Test
        void byAKeyThatTheTokenBringsAlongIsRefused() {
            assertThat(refused(draft.signedWithItsOwnKey(Mordred.key("sword")))).endsWith("its signature is wrong");
        }

        @Test
        void underAnAlgorithmThatIsNotOfferedIsRefused() {
            mordred.says("id_token_signing_alg_values_supported", List.of("ES256"));

            assertThat(refused(draft.signed())).contains("an algorithm that is not taken");
        }

        @Test
        void isRefusedWhereOnlySharedSecretsAreOffered() {
            mordred.says("id_token_signing_alg_values_supported", List.of("HS256", "none"));

            assertThat(refused(draft.signed())).endsWith("the issuer offers no algorithm that is taken");
        }

        @Test
        void ofAChangedTokenIsRefused() {
            String[] parts = draft.signed().split("\\.");
            String[] others = draft.with("sub", "arthur").signed().split("\\.");

            assertThat(refused(parts[0] + "." + others[1] + "." + parts[2])).endsWith("its signature is wrong");
        }
    }

    @Nested
    class Claims {

        @Test
        void ofAnotherIssuerAreRefused() {
            assertThat(refused(draft.with("iss", "https://lancelot.example").signed()))
                    .endsWith("Unexpected JWT issuer");
        }

        @Test
        void forAnotherClientAreRefused() {
            assertThat(refused(draft.with("aud", "siege-perilous").signed())).endsWith("Unexpected JWT audience");
        }

        @Test
        void forSeveralClientsAreRefusedUnlessTheyNameThisOneAsTheirParty() {
            IdTokenDraft several = draft.with("aud", List.of(Mordred.CLIENT, "siege-perilous"));

            assertThat(refused(several.signed())).contains("authorized party");
            assertThat(refused(several.with("azp", "siege-perilous").signed())).contains("authorized party");
            assertThat(redeem(several.with("azp", Mordred.CLIENT).signed()).accountId())
                    .isEqualTo(IdTokenDraft.SUBJECT);
        }

        @Test
        void issuedToAnotherPartyAreRefused() {
            assertThat(refused(draft.with("azp", "siege-perilous").signed())).endsWith("issued to another client");
        }

        @Test
        void ofAnotherAttemptAreRefused() {
            assertThat(refused(draft.with("nonce", Attempts.attempt().nonce()).signed()))
                    .endsWith("Unexpected JWT nonce (nonce) claim");
        }

        @Test
        void withoutANonceAreRefused() {
            assertThat(refused(draft.without("nonce").signed())).contains("Missing JWT nonce");
        }

        @Test
        void areRefusedWhenTheyHaveExpired() {
            assertThat(refused(draft.issued(Duration.ofHours(-1))
                            .expires(Duration.ofMinutes(-2))
                            .signed()))
                    .endsWith("Expired JWT");
        }

        @Test
        void areGivenAMinuteForClocksThatDiffer() {
            assertThat(redeem(draft.issued(Duration.ofSeconds(30)).signed()).accountId())
                    .isEqualTo(IdTokenDraft.SUBJECT);
        }

        @Test
        void fromTheFutureAreRefused() {
            assertThat(refused(draft.issued(Duration.ofMinutes(5)).signed())).contains("JWT issue time");
        }

        @Test
        void withoutAnEndAreRefused() {
            assertThat(refused(draft.without("exp").signed())).contains("Missing JWT expiration");
        }

        @Test
        void withoutASubjectAreRefused() {
            assertThat(refused(draft.without("sub").signed())).contains("Missing JWT subject");
        }

        @Test
        void withASubjectThatIsNoNameAreRefused() {
            refused(draft.with("sub", "").signed());
            refused(draft.with("sub", " ").signed());
            refused(draft.with("sub", "x".repeat(321)).signed());
            refused(draft.with("sub", "a\u0000b").signed());
        }
    }

    @Test
    void refusesWhatIsNoToken() {
        refused("");
        refused("a.b.c");
        refused("mordred@camelot.example");
        refused("....");
        refused("{}.{}.{}");
    }

    @Test
    void refusesAnAnswerWithoutOne() {
        mordred.onJson("/token", 200, Map.of("access_token", Mordred.ACCESS_TOKEN));

        assertThat(Refusals.failure(attempt, () -> provider.redeem(Refusals.CODE, attempt)))
                .hasMessage("the ID token is refused: it is missing or no JWT");
    }
}
