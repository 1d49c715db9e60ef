package dev.usher.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.oauth.OAuthAttempt;
import dev.usher.oauth.OAuthException.Reason;
import dev.usher.oauth.OAuthIdentity;
import dev.usher.oauth.client.OAuth2Provider.Endpoints;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in at a provider that has no discovery, and a user-info endpoint of its own making. */
class OAuth2ProviderTest {

    private final Mordred mordred = new Mordred();
    private final OAuthAttempt attempt = Attempts.attempt();

    @BeforeEach
    void answer() {
        mordred.onJson("/token", 200, Map.of("access_token", Mordred.ACCESS_TOKEN));
        mordred.onJson("/me", 200, Map.of("nick", IdTokenDraft.SUBJECT, "mail", "m@camelot.example", "age", 33));
    }

    @AfterEach
    void stop() {
        mordred.close();
    }

    private OAuth2Provider provider(Function<Map<String, Object>, ProviderAccount> account) {
        return provider(account, false);
    }

    private OAuth2Provider provider(Function<Map<String, Object>, ProviderAccount> account, boolean basic) {
        URI here = mordred.issuer();
        Endpoints endpoints =
                new Endpoints(here.resolve("/authorize"), here.resolve("/token"), here.resolve("/me"), basic);
        return new OAuth2Provider(mordred.registration().withScopes("me"), endpoints, account);
    }

    private static ProviderAccount read(Map<String, Object> info) {
        return new ProviderAccount(String.valueOf(info.get("nick")), String.valueOf(info.get("mail")), true);
    }

    private String refused(Function<Map<String, Object>, ProviderAccount> account) {
        return String.valueOf(Refusals.failure(attempt, () -> provider(account).redeem(Refusals.CODE, attempt))
                .getMessage());
    }

    @Test
    void letsTheApplicationReadWhoItIs() {
        OAuthIdentity identity = provider(OAuth2ProviderTest::read).redeem(Refusals.CODE, attempt);

        assertThat(identity.accountId()).isEqualTo(IdTokenDraft.SUBJECT);
        assertThat(identity.email()).isEqualTo("m@camelot.example");
        assertThat(identity.emailVerified()).isTrue();
        assertThat(mordred.asked("/me").get(0).header("Authorization")).isEqualTo("Bearer " + Mordred.ACCESS_TOKEN);
    }

    @Test
    void asksForTheScopesOfTheRegistrationAndOfTheCaller() {
        URI address = provider(OAuth2ProviderTest::read).authorizationUrl(attempt, List.of("calendar"));

        assertThat(Browser.query(address)).containsEntry("scope", "me calendar");
    }

    @Test
    void sendsTheSecretAsTheProviderWantsIt() {
        provider(OAuth2ProviderTest::read).redeem(Refusals.CODE, attempt);
        provider(OAuth2ProviderTest::read, true).redeem(Refusals.CODE, attempt);

        assertThat(mordred.asked("/token").get(0).body()).contains("client_secret=");
        assertThat(mordred.asked("/token").get(1).body()).doesNotContain("client_secret=");
        assertThat(mordred.asked("/token").get(1).header("Authorization")).startsWith("Basic ");
    }

    @Test
    void saysNoMoreThanThatTheApplicationsFunctionFails() {
        assertThat(refused(info -> {
                    throw new IllegalStateException("who is " + info);
                }))
                .isEqualTo("the user-info of 'mordred' cannot be read: IllegalStateException");
        assertThat(refused(info -> new ProviderAccount((String) Objects.requireNonNull(info.get("age")), null, false)))
                .endsWith("ClassCastException");
    }

    @Test
    @SuppressWarnings("NullAway") // as an application does that is compiled without it
    void fallsOverNoNull() {
        assertThat(refused(info -> null)).endsWith("NullPointerException");
        assertThat(refused(info -> new ProviderAccount(null, null, false))).contains("tells no account id");
    }

    @Test
    void checksWhatTheApplicationsFunctionReads() {
        assertThat(refused(info -> new ProviderAccount(" ", null, false))).contains("tells no account id");
        assertThat(refused(info -> new ProviderAccount("x".repeat(321), null, false)))
                .contains("tells no account id");
        assertThat(refused(info -> new ProviderAccount("m", "x".repeat(321), false)))
                .contains("tells no email");
    }

    @Test
    void believesNobodyThatNoAddressIsVerified() {
        OAuthIdentity identity =
                provider(info -> new ProviderAccount("m", "", true)).redeem(Refusals.CODE, attempt);

        assertThat(identity.email()).isNull();
        assertThat(identity.emailVerified()).isFalse();
    }

    @Test
    void saysThatACodeIsRefused() {
        mordred.onJson("/token", 400, Map.of("error", "invalid_grant"));

        Refusals.refusal(Reason.CODE_REFUSED, attempt, () -> provider(OAuth2ProviderTest::read)
                .redeem(Refusals.CODE, attempt));
    }
}
