package dev.usher.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.oauth.OAuthAttempt;
import dev.usher.oauth.OAuthException;
import dev.usher.oauth.OAuthException.Reason;
import dev.usher.oauth.OAuthIdentity;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in at an OpenID Connect provider that others made, over HTTP. */
class SignInTest {

    private static final MockOAuth2Server SERVER = new MockOAuth2Server();
    private static final Logger SERVERS_LOG = Logger.getLogger("no.nav.security.mock");
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @BeforeAll
    static void start() {
        SERVERS_LOG.setLevel(Level.OFF); // it writes a stack trace for every code that it refuses
        SERVER.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterAll
    static void stop() {
        SERVER.shutdown();
    }

    private final OpenIdProvider provider = new OpenIdProvider(
            issuer(),
            new ClientRegistration("camelot", "round-table", "a secret of the round table"),
            Clock.fixed(NOW, ZoneOffset.UTC));

    private static URI issuer() {
        return SERVER.issuerUrl("camelot").uri();
    }

    @Test
    void findsOutWhoSignedIn() {
        whoSignsInIs("arthur", Map.of("email", "arthur@camelot.example", "email_verified", true));

        OAuthIdentity identity = signIn(Attempts.attempt());

        assertThat(identity.accountId()).isEqualTo("arthur");
        assertThat(identity.email()).isEqualTo("arthur@camelot.example");
        assertThat(identity.emailVerified()).isTrue();
        assertThat(identity.tokens().accessToken()).isNotBlank();
        assertThat(identity.tokens().refreshToken()).isNotBlank();
        assertThat(identity.tokens().expiresAt()).isBetween(NOW.plusSeconds(3_500), NOW.plusSeconds(3_600));
    }

    @Test
    void sendsTheStateThatComesBack() {
        OAuthAttempt attempt = Attempts.attempt();

        Map<String, String> back = Browser.signIn(provider.authorizationUrl(attempt, List.of()));

        assertThat(back).containsEntry("state", attempt.state());
    }

    @Test
    void provesByItsVerifierThatItBeganTheSignIn() {
        OAuthAttempt attempt = Attempts.attempt();
        OAuthAttempt stolen = new OAuthAttempt(
                attempt.redirectUri(),
                attempt.state(),
                attempt.nonce(),
                Attempts.attempt().codeVerifier());
        String code = code(attempt);

        assertThatThrownBy(() -> provider.redeem(code, stolen))
                .isInstanceOfSatisfying(
                        OAuthException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CODE_REFUSED));
    }

    @Test
    void refusesAnIdTokenOfAnotherAttempt() {
        OAuthAttempt attempt = Attempts.attempt();
        OAuthAttempt other = new OAuthAttempt(
                attempt.redirectUri(), attempt.state(), Attempts.attempt().nonce(), attempt.codeVerifier());
        String code = code(attempt);

        assertThatThrownBy(() -> provider.redeem(code, other))
                .hasMessage("the ID token is refused: Unexpected JWT nonce (nonce) claim");
    }

    @Test
    void saysThatACodeIsRefusedThatWasNeverGiven() {
        assertThatThrownBy(() -> provider.redeem("made-up", Attempts.attempt()))
                .isInstanceOfSatisfying(
                        OAuthException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CODE_REFUSED));
    }

    private static void whoSignsInIs(String subject, Map<String, Object> claims) {
        SERVER.enqueueCallback(
                new DefaultOAuth2TokenCallback("camelot", subject, "JWT", List.of("round-table"), claims));
    }

    private OAuthIdentity signIn(OAuthAttempt attempt) {
        return provider.redeem(code(attempt), attempt);
    }

    private String code(OAuthAttempt attempt) {
        return Browser.signIn(provider.authorizationUrl(attempt, List.of())).getOrDefault("code", "");
    }
}
