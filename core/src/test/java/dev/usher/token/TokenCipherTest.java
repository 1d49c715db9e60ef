package dev.usher.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.spi.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of other services, encrypted. */
class TokenCipherTest {

    private static final Secret SECRET = Secret.of("the sword in the stone is mine to draw");
    private static final Secret OTHER = Secret.of("a second sword, out of the lake itself");

    private final TokenCipher cipher = new TokenCipher(List.of(SECRET));

    @ParameterizedTest
    @ValueSource(strings = {"", "token", "g\u00fcltig \ud83d\udde1"})
    void comeBackAsTheyWere(String token) {
        String encrypted = cipher.encrypt(token);
        assertThat(encrypted).matches("[A-Za-z0-9_.-]+");
        assertThat(cipher.decrypt(encrypted)).contains(token);
    }

    @Test
    void neverLookTheSame() {
        assertThat(cipher.encrypt("token")).isNotEqualTo(cipher.encrypt("token"));
    }

    @Test
    void areReadableUnderAPreviousSecretOnly() {
        String encrypted = cipher.encrypt("token");
        assertThat(new TokenCipher(List.of(OTHER, SECRET)).decrypt(encrypted)).contains("token");
        assertThat(new TokenCipher(List.of(OTHER)).decrypt(encrypted)).isEmpty();
    }

    @Test
    void areNothingOnceTheyWereChanged() {
        String encrypted = cipher.encrypt("token");
        for (int i = 0; i < encrypted.length(); i++) {
            char changed = encrypted.charAt(i) == 'A' ? 'Q' : 'A';
            String tampered = encrypted.substring(0, i) + changed + encrypted.substring(i + 1);
            assertThat(cipher.decrypt(tampered)).as(tampered).isEmpty();
        }
        assertThat(cipher.decrypt("")).isEmpty();
        assertThat(cipher.decrypt("token")).isEmpty();
    }
}
