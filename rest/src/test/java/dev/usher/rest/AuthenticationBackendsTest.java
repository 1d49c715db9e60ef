package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.usher.spi.Secret;
import dev.usher.token.JwtSettings;
import dev.usher.token.JwtStrategy;
import dev.usher.token.TokenStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationBackendsTest {

    private static final TokenStrategy JWT = new JwtStrategy(new JwtSettings(
            Secret.of("the sword in the stone is mine to draw"),
            JwtSettings.DEFAULT_LIFETIME,
            JwtSettings.DEFAULT_AUDIENCE));

    private static AuthenticationBackend named(String name) {
        return AuthenticationBackend.of(name, new BearerTransport(), JWT);
    }

    @Test
    void keepTheirOrder() {
        AuthenticationBackend one = named("one");
        AuthenticationBackend two = named("two");
        AuthenticationBackends backends = AuthenticationBackends.of(two, one);
        assertThat(backends.list()).containsExactly(two, one);
    }

    @Test
    void needOneAtLeast() {
        assertThatIllegalArgumentException().isThrownBy(AuthenticationBackends::of);
    }

    @Test
    void cannotShareAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuthenticationBackends.of(named("jwt"), named("jwt")))
                .withMessageContaining("jwt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"associate", "authorize"})
    void cannotTakeTheNamesOfPaths(String reserved) {
        assertThatIllegalArgumentException().isThrownBy(() -> AuthenticationBackends.of(named(reserved)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "JWT", "a/b", "a b", "-a"})
    void haveNamesThatArePathSegments(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> named(name));
    }
}
