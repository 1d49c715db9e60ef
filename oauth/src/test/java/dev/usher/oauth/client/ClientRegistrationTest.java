package dev.usher.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.usher.oauth.client.OAuth2Provider.Endpoints;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a provider is said when the application starts. */
class ClientRegistrationTest {

    private static final String SECRET = "the secret of the round table";

    private final ClientRegistration good = new ClientRegistration("camelot", "round-table", SECRET);

    @ParameterizedTest
    @ValueSource(strings = {"", "Camelot", "came lot", "came/lot", "caméloť"})
    void refusesANameThatIsNone(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientRegistration(name, "round-table", SECRET))
                .withMessageContaining("name")
                .withMessageNotContaining(SECRET);
    }

    @Test
    void refusesABlankClientId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientRegistration("camelot", " ", SECRET))
                .withMessage("the provider 'camelot' needs a client id");
    }

    @Test
    void refusesABlankSecret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientRegistration("camelot", "round-table", " "))
                .withMessage("the provider 'camelot' needs a client secret");
    }

    @Test
    void refusesABlankScope() {
        assertThatIllegalArgumentException().isThrownBy(() -> good.withScopes("email", " "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "nonce", "redirect_uri", "code_challenge_method", "request", "client_secret", ""})
    void leavesTheParametersOfTheFlowToTheFlow(String parameter) {
        assertThatIllegalArgumentException().isThrownBy(() -> good.withParameter(parameter, "mine"));
    }

    @Test
    void showsNoSecret() {
        assertThat(good.withScopes("email").withFormPost().withPlainHttp())
                .asString()
                .doesNotContain(SECRET)
                .contains("camelot", "round-table", "form_post");
    }

    @Nested
    class Issuer {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://camelot.example",
                    "http://localhost.camelot.example",
                    "ftp://camelot.example",
                    "camelot.example",
                    "/camelot",
                    "https:camelot",
                    "https://arthur:excalibur@camelot.example",
                    "https://camelot.example/?a=b",
                    "https://camelot.example/#hall"
                })
        void isRefusedUnlessItIsReachedOverTls(String issuer) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new OpenIdProvider(URI.create(issuer), good))
                    .withMessageContaining("issuer of the provider 'camelot'");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://camelot.example",
                    "https://camelot.example/realms/round-table/",
                    "http://localhost:8080",
                    "http://127.0.0.1:8080/realms/a",
                    "http://[::1]:8080"
                })
        void mayBeOnThisMachineWithoutIt(String issuer) {
            assertThatNoException().isThrownBy(() -> new OpenIdProvider(URI.create(issuer), good));
        }

        @Test
        void mayBeAnywhereWhereTheApplicationSaysSo() {
            assertThatNoException()
                    .isThrownBy(() -> new OpenIdProvider(URI.create("http://keycloak.internal"), good.withPlainHttp()));
        }
    }

    @Test
    void refusesEndpointsWithoutTls() {
        URI https = URI.create("https://camelot.example/a");
        URI http = URI.create("http://camelot.example/a");

        for (Endpoints bad : new Endpoints[] {
            new Endpoints(http, https, https), new Endpoints(https, http, https), new Endpoints(https, https, http)
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new OAuth2Provider(good, bad, info -> new ProviderAccount("arthur", null, false)))
                    .withMessageContaining("endpoint of the provider 'camelot'");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> GitHub.provider(good, https, http, Clock.systemUTC()));
    }

    @Test
    void isTheProvidersName() {
        assertThat(new OpenIdProvider(URI.create("https://camelot.example"), good).name())
                .isEqualTo("camelot");
        assertThat(GitHub.provider(good).name()).isEqualTo("camelot");
    }
}
