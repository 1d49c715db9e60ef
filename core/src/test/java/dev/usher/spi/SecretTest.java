package dev.usher.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    private static final String TEXT = "the lake gives, and the lake takes back";

    private final Secret secret = Secret.of(TEXT);

    @Nested
    class Of {

        @ParameterizedTest
        @ValueSource(strings = {"", "too short", "thirty-one bytes, one too few.."})
        void refusesFewerThan32BytesWithoutRepeatingThem(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Secret.of(text))
                    .withMessage("the secret has " + text.length() + " bytes, it needs at least 32");
        }

        @Test
        void countsBytesOfUtf8() {
            assertThat(Secret.of("é".repeat(16)).derive("reset")).hasSize(32);
            assertThatIllegalArgumentException().isThrownBy(() -> Secret.of("é".repeat(15) + "x"));
        }
    }

    @Nested
    class Derive {

        @ParameterizedTest
        @ValueSource(strings = {"", "reset", "verify", "password-dummy", "Grüße 🗡"})
        void isHkdfWithSha256(String purpose) {
            assertThat(secret.derive(purpose)).isEqualTo(hkdf(TEXT, purpose));
        }

        @Test
        void isHkdfForASecretLongerThanABlockOfTheHash() {
            String longer = TEXT.repeat(5);

            assertThat(Secret.of(longer).derive("reset")).isEqualTo(hkdf(longer, "reset"));
        }

        @Test
        void givesEachPurposeAndEachSecretItsOwnKey() {
            assertThat(secret.derive("reset"))
                    .isEqualTo(secret.derive("reset"))
                    .isNotEqualTo(secret.derive("verify"))
                    .isNotEqualTo(Secret.of(TEXT + ".").derive("reset"));
        }

        @Test
        void givesAwayACopy() {
            secret.derive("reset")[0]++;

            assertThat(secret.derive("reset")).isEqualTo(hkdf(TEXT, "reset"));
        }

        private byte[] hkdf(String text, String purpose) {
            HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
            generator.init(
                    new HKDFParameters(text.getBytes(UTF_8), "dev.usher".getBytes(UTF_8), purpose.getBytes(UTF_8)));
            byte[] key = new byte[32];
            generator.generateBytes(key, 0, key.length);
            return key;
        }
    }

    @Nested
    class Print {

        @Test
        void isRedacted() {
            assertThat(secret).hasToString("Secret[redacted]");
        }
    }
}
