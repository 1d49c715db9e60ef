package dev.usher.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of an application's providers. */
class OAuthProvidersTest {

    private record Named(String name) implements OAuthProvider {
        @Override
        public URI authorizationUrl(OAuthAttempt attempt, List<String> scopes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OAuthIdentity redeem(String code, OAuthAttempt attempt) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void findsByName() {
        OAuthProviders providers = OAuthProviders.of(new Named("avalon"), new Named("tintagel"));
        assertThat(providers.find("tintagel")).contains(new Named("tintagel"));
        assertThat(providers.find("Avalon")).isEmpty();
    }

    @Test
    void refusesNone() {
        assertThatIllegalArgumentException().isThrownBy(OAuthProviders::of).withMessageContaining("at least one");
    }

    @Test
    void refusesTwoOfOneName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OAuthProviders.of(new Named("avalon"), new Named("avalon")))
                .withMessageContaining("'avalon': the name is taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Avalon", "a b", "a/b", "associate", "\u00e9"})
    void refusesWhatIsNoName(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> OAuthProviders.of(new Named(name)));
    }
}
