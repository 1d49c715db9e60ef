package dev.usher.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import dev.usher.oauth.OAuthAttempt;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is sent with the browser. */
class AuthorizationUrlTest {

    private final Mordred mordred = new Mordred();
    private final OAuthAttempt attempt = Attempts.attempt();

    @AfterEach
    void stop() {
        mordred.close();
    }

    private Map<String, String> query(ClientRegistration registration, String... scopes) {
        var provider = new OpenIdProvider(mordred.issuer(), registration);
        return Browser.query(provider.authorizationUrl(attempt, List.of(scopes)));
    }

    private Map<String, String> query(String... scopes) {
        return query(mordred.registration(), scopes);
    }

    @Test
    void leadsToTheIssuersEndpointWithWhatItsOwnQuerySays() {
        var provider = new OpenIdProvider(mordred.issuer(), mordred.registration());

        URI address = provider.authorizationUrl(attempt, List.of());

        assertThat(address.toString()).startsWith(mordred.issuer() + "/authorize?");
        assertThat(Browser.query(address)).containsEntry("realm", "camelot");
    }

    @Test
    void carriesWhatTheAttemptHasForIt() throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(attempt.codeVerifier().getBytes(StandardCharsets.US_ASCII));

        assertThat(query())
                .containsEntry("response_type", "code")
                .containsEntry("client_id", Mordred.CLIENT)
                .containsEntry("redirect_uri", attempt.redirectUri().toString())
                .containsEntry("state", attempt.state())
                .containsEntry("nonce", attempt.nonce())
                .containsEntry("code_challenge", Base64URL.encode(hash).toString())
                .containsEntry("code_challenge_method", "S256");
    }

    @Test
    void keepsTheVerifierAndTheSecretBack() {
        assertThat(query().values()).doesNotContain(attempt.codeVerifier(), Mordred.SECRET);
    }

    @Test
    void asksForTheAddressUnlessToldOtherwise() {
        assertThat(query()).containsEntry("scope", "openid email");
        assertThat(query(mordred.registration().withScopes("profile"))).containsEntry("scope", "openid profile");
    }

    @Test
    void addsTheScopesOfTheCaller() {
        assertThat(query("email", "calendar")).containsEntry("scope", "openid email calendar");
        assertThat(query("", " ", "a&b=c")).containsEntry("scope", "openid email a&b=c");
    }

    @Test
    void asksForAFormWhereTheApplicationWantsOne() {
        assertThat(query()).doesNotContainKey("response_mode");
        assertThat(query(mordred.registration().withFormPost())).containsEntry("response_mode", "form_post");
    }

    @Test
    void carriesWhatTheApplicationAdds() {
        assertThat(query(mordred.registration().withParameter("prompt", "select account")))
                .containsEntry("prompt", "select account");
    }
}
