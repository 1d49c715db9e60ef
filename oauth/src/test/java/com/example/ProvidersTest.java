package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.oauth.OAuthAttempt;
import dev.usher.oauth.OAuthProvider;
import dev.usher.oauth.OAuthProviders;
import dev.usher.oauth.client.ClientRegistration;
import dev.usher.oauth.client.GitHub;
import dev.usher.oauth.client.OAuth2Provider;
import dev.usher.oauth.client.OpenIdProvider;
import dev.usher.oauth.client.ProviderAccount;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Providers as an application lists them. */
class ProvidersTest {

    static OAuthProvider google(String clientId, String clientSecret) {
        return new OpenIdProvider(
                URI.create("https://accounts.google.com"), new ClientRegistration("google", clientId, clientSecret));
    }

    static OAuthProvider microsoft(String tenantId, String clientId, String clientSecret) {
        return new OpenIdProvider(
                URI.create("https://login.microsoftonline.com/" + tenantId + "/v2.0"),
                new ClientRegistration("microsoft", clientId, clientSecret));
    }

    static OAuthProvider keycloak(String clientId, String clientSecret) {
        return new OpenIdProvider(
                URI.create("https://keycloak.example.com/realms/camelot"),
                new ClientRegistration("keycloak", clientId, clientSecret));
    }

    static OAuthProvider apple(String servicesId, String signedSecret) {
        return new OpenIdProvider(
                URI.create("https://appleid.apple.com"),
                new ClientRegistration("apple", servicesId, signedSecret).withFormPost());
    }

    static OAuthProvider github(String clientId, String clientSecret) {
        return GitHub.provider(new ClientRegistration("github", clientId, clientSecret));
    }

    static OAuthProvider forge(String clientId, String clientSecret) {
        return new OAuth2Provider(
                new ClientRegistration("forge", clientId, clientSecret).withScopes("account"),
                new OAuth2Provider.Endpoints(
                        URI.create("https://forge.example.com/oauth/authorize"),
                        URI.create("https://forge.example.com/oauth/token"),
                        URI.create("https://forge.example.com/api/me")),
                me -> new ProviderAccount(
                        String.valueOf(Objects.requireNonNull(me.get("id"))),
                        (String) me.get("mail"),
                        Boolean.TRUE.equals(me.get("mail_confirmed"))));
    }

    @Test
    void areFoundByTheirNames() {
        OAuthProviders providers = OAuthProviders.of(
                google("id", "secret"),
                microsoft("9188040d-6c67-4c5b-b112-36a304b66dad", "id", "secret"),
                keycloak("id", "secret"),
                apple("id", "secret"),
                github("id", "secret"),
                forge("id", "secret"));

        assertThat(providers.list()).extracting(OAuthProvider::name).hasSize(6).doesNotHaveDuplicates();
        assertThat(providers.find("google")).isPresent();
    }

    @Test
    void sendBrowsersAway() {
        OAuthAttempt attempt = new OAuthAttempt(
                URI.create("https://shop.example.com/auth/forge/callback"), "state", "nonce", "v".repeat(43));

        assertThat(forge("shop", "secret").authorizationUrl(attempt, List.of()))
                .asString()
                .startsWith("https://forge.example.com/oauth/authorize?")
                .contains("client_id=shop", "scope=account", "state=state", "code_challenge_method=S256");
    }
}
