package dev.usher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.usher.spi.Secret;
import dev.usher.token.JwtStrategy;
import dev.usher.token.TokenGrant;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsherConfigTest {

    private static final String SECRET = "the sword in the stone is mine to draw";

    private final Logger logger = Logger.getLogger("dev.usher.config");
    private final RecordingHandler log = new RecordingHandler();

    @BeforeEach
    void listen() {
        logger.addHandler(log);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(log);
        logger.setUseParentHandlers(true);
    }

    private static UsherConfig with(String... keysAndValues) {
        Map<String, String> settings = new HashMap<>(Map.of("usher.secret", SECRET));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return UsherConfig.from(settings);
    }

    @Nested
    class Defaults {

        @Test
        void needNothingButTheSecret() {
            UsherConfig config = with();
            assertThat(config.requireVerification()).isFalse();
            assertThat(config.passwords().minLength()).isEqualTo(8);
            assertThat(config.passwords().formats()).containsExactly("argon2id");
            assertThat(config.jwt().lifetime()).isEqualTo(Duration.ofHours(1));
            assertThat(config.jwt().audience()).containsExactly("fastapi-users:auth");
            assertThat(config.resetLifetime()).isEqualTo(Duration.ofHours(1));
            assertThat(config.verifyLifetime()).isEqualTo(Duration.ofHours(1));
            assertThat(config.opaqueLifetime()).isEqualTo(Duration.ofDays(7));
            assertThat(log.messages()).isEmpty();
        }

        @Test
        void areReplacedByWhatIsSet() {
            UsherConfig config = with(
                    "usher.require-verification", "true",
                    "usher.password.min-length", " 12 ",
                    "usher.password.formats", "bcrypt, argon2id",
                    "usher.jwt.lifetime", "PT5M",
                    "usher.jwt.audience", "a,b",
                    "usher.opaque.lifetime", "PT12H",
                    "usher.reset.lifetime", "PT10M",
                    "usher.verify.lifetime", "P1D");
            assertThat(config.requireVerification()).isTrue();
            assertThat(config.passwords().minLength()).isEqualTo(12);
            assertThat(config.passwords().formats()).containsExactly("bcrypt", "argon2id");
            assertThat(config.jwt().lifetime()).isEqualTo(Duration.ofMinutes(5));
            assertThat(config.jwt().audience()).containsExactly("a", "b");
            assertThat(config.opaqueLifetime()).isEqualTo(Duration.ofHours(12));
            assertThat(config.resetLifetime()).isEqualTo(Duration.ofMinutes(10));
            assertThat(config.verifyLifetime()).isEqualTo(Duration.ofDays(1));
        }

        @Test
        void standWhereAValueIsEmpty() {
            assertThat(with("usher.jwt.lifetime", " ").jwt().lifetime()).isEqualTo(Duration.ofHours(1));
        }
    }

    @Nested
    class TheSecret {

        @Test
        void mustBeSet() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> UsherConfig.from(Map.of()))
                    .withMessageContaining("usher.secret is not set")
                    .withMessageContaining("USHER_SECRET");
        }

        @Test
        void isMadeUpInDevelopmentOnlyAndWithAWarning() {
            UsherConfig one = UsherConfig.from(Map.of("usher.dev", "true"));
            UsherConfig two = UsherConfig.from(Map.of("usher.dev", "true"));
            assertThat(one.secret().derive("x")).isNotEqualTo(two.secret().derive("x"));
            assertThat(log.messages()).hasSize(2).allMatch(message -> message.contains("USHER_SECRET"));
        }

        @Test
        void thatIsShortIsRefusedWithoutBeingShown() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> UsherConfig.from(Map.of("usher.secret", "excalibur", "usher.dev", "true")))
                    .withMessageContaining("9 bytes")
                    .withMessageContaining("at least 32")
                    .withMessageNotContaining("excalibur");
        }

        @Test
        void isNotInToString() {
            assertThat(with().toString()).doesNotContain(SECRET);
        }
    }

    @Nested
    class PreviousSecrets {

        @Test
        void areNoneByDefault() {
            assertThat(with().secrets()).hasSize(1);
        }

        @Test
        void followTheSecret() {
            String first = "the first secret of the round table without comma";
            UsherConfig config =
                    with("usher.previous-secrets", " " + first + " ,, the second secret of it: long enough too ");
            assertThat(config.secrets()).hasSize(3);
            assertThat(config.secrets().get(0)).isSameAs(config.secret());
            assertThat(config.previousSecrets().get(0).derive("x"))
                    .isEqualTo(Secret.of(first).derive("x"));
        }

        @Test
        void verifyAccessTokens() {
            String token = new JwtStrategy(with().jwt()).issue(new TokenGrant("arthur", 7));
            UsherConfig rotated = UsherConfig.from(Map.of(
                    "usher.secret", "the sword that the lady of the lake gave me", "usher.previous-secrets", SECRET));
            assertThat(new JwtStrategy(rotated.jwt()).read(token)).isPresent();
        }

        @Test
        void thatAreShortAreRefusedWithoutBeingShown() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with("usher.previous-secrets", SECRET + ",excalibur"))
                    .withMessageContaining("usher.previous-secrets is too short")
                    .withMessageNotContaining("excalibur");
        }
    }

    @Nested
    class TokenKeys {

        /** An Ed25519 key, as "openssl genpkey" writes it. */
        private static final String BODY = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";

        private static final String PEM = pem("PRIVATE KEY", BODY);
        private static final String OTHER_PUBLIC =
                pem("PUBLIC KEY", "MCowBQYDK2VwAyEA2EiA9jQ0KcNGBwEMaI3z+W2DJuSTpdf7ar4nhjC9b0Q=");

        private static String pem(String label, String body) {
            return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----";
        }

        private static String publicKeys(UsherConfig config) {
            return new JwtStrategy(config.jwt()).publicKeys();
        }

        private static String file(Path path, String text) throws IOException {
            return Files.writeString(path, text).toString();
        }

        @Test
        void areTextOrFiles(@TempDir Path folder) throws IOException {
            UsherConfig asText = with(
                    "usher.jwt.algorithm",
                    "EdDSA",
                    "usher.jwt.private-key",
                    PEM,
                    "usher.jwt.previous-keys",
                    OTHER_PUBLIC + PEM);
            UsherConfig asFiles = with(
                    "usher.jwt.algorithm",
                    "EdDSA",
                    "usher.jwt.private-key",
                    file(folder.resolve("now.pem"), PEM),
                    "usher.jwt.previous-keys",
                    file(folder.resolve("before.pem"), OTHER_PUBLIC) + ", " + file(folder.resolve("same.pem"), PEM));
            assertThat(publicKeys(asText))
                    .contains("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
                    .contains("2EiA9jQ0KcNGBwEMaI3z-W2DJuSTpdf7ar4nhjC9b0Q")
                    .isEqualTo(publicKeys(asFiles));
        }

        @Test
        void areNotInToString() {
            UsherConfig config = with(
                    "usher.jwt.algorithm", "EdDSA",
                    "usher.jwt.private-key", PEM,
                    "usher.jwt.legacy-secret", "excalibur");
            assertThat(config.toString()).contains("EdDSA").doesNotContain(BODY).doesNotContain("excalibur");
        }

        @Test
        void areAskedForWhereTheAlgorithmHasPairs() {
            for (String algorithm : List.of("RS256", "ES256", "EdDSA")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> with("usher.jwt.algorithm", algorithm))
                        .withMessageStartingWith("usher.jwt.private-key must hold ")
                        .withMessageContaining("openssl genpkey");
            }
        }

        @Test
        void areRefusedWhereTheAlgorithmHasNone() {
            for (String key : List.of("usher.jwt.private-key", "usher.jwt.previous-keys")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> with(key, PEM))
                        .withMessageStartingWith(key + " is set, but usher.jwt.algorithm is HS256")
                        .withMessageNotContaining(BODY);
            }
        }

        @Test
        void ofAnyBadFormAreNeverShown(@TempDir Path folder) throws IOException {
            String noKey = file(folder.resolve("note.txt"), "excalibur " + BODY);
            String otherKind = PEM.replace("PRIVATE", "EC PRIVATE");
            String damaged = PEM.replace("MC4C", "MC4D");
            for (String bad : List.of(noKey, otherKind, damaged, BODY, BODY + "\0", OTHER_PUBLIC + OTHER_PUBLIC)) {
                refusesWithoutShowing("usher.jwt.private-key", Map.of("usher.jwt.private-key", bad));
                if (!bad.startsWith(OTHER_PUBLIC)) {
                    refusesWithoutShowing(
                            "usher.jwt.previous-keys",
                            Map.of("usher.jwt.private-key", PEM, "usher.jwt.previous-keys", bad));
                }
            }
        }

        private static void refusesWithoutShowing(String key, Map<String, String> keys) {
            Map<String, String> settings = new HashMap<>(keys);
            settings.put("usher.secret", SECRET);
            settings.put("usher.jwt.algorithm", "EdDSA");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> UsherConfig.from(settings))
                    .withMessageStartingWith(key)
                    .withStackTraceContaining(key)
                    .satisfies(error -> {
                        StringWriter trace = new StringWriter();
                        error.printStackTrace(new PrintWriter(trace));
                        assertThat(trace.toString())
                                .doesNotContain("BCIEIJ1hsZ3v")
                                .doesNotContain("excalibur");
                    });
        }

        @Test
        void ofFastApiUsersAreText() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with("usher.jwt.legacy-secret", OTHER_PUBLIC))
                    .withMessageContaining("usher.jwt.legacy-secret")
                    .withMessageNotContaining("MCowBQYDK2Vw");
            assertThat(with("usher.jwt.legacy-secret", "SECRET").jwt()).isNotNull();
        }

        @Test
        void comeWithAnIssuerWhereItIsSet() {
            assertThat(with("usher.jwt.issuer", "https://camelot.bt").jwt().issuer())
                    .isEqualTo("https://camelot.bt");
            assertThat(with().jwt().issuer()).isNull();
        }
    }

    @Nested
    class AValueThatIsNoGood {

        @ParameterizedTest
        @CsvSource({
            "usher.jwt.lifetime, one hour",
            "usher.jwt.lifetime, PT0S",
            "usher.jwt.lifetime, PT-1H",
            "usher.jwt.lifetime, PT99999999999999H",
            "usher.reset.lifetime, PT99999999999999H",
            "usher.verify.lifetime, P3651D",
            "usher.opaque.lifetime, P3650DT0.000000001S",
            "usher.jwt.algorithm, none",
            "usher.jwt.algorithm, rs256",
            "usher.jwt.algorithm, HS512",
            "usher.reset.lifetime, PT0S",
            "usher.verify.lifetime, PT0.5S",
            "usher.password.min-length, many",
            "usher.password.min-length, 0",
            "usher.password.formats, 'bcrypt,bcrypt'",
            "usher.password.max-wait, PT2M",
            "usher.password.max-queued, -1",
            "usher.password.max-concurrent, 0",
            "usher.require-verification, yes",
            "usher.opaque.lifetime, PT0S",
            "usher.opaque.lifetime, -P7D",
            "usher.jwt.audience, ','",
            "usher.password.formats, ','",
            "usher.dev, 1",
        })
        void isRefusedByTheNameOfItsKey(String key, String value) {
            Map<String, String> settings = new HashMap<>(Map.of(key, value));
            if (!key.equals("usher.dev")) {
                settings.put("usher.secret", SECRET);
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> UsherConfig.from(settings))
                    .withMessageContaining(key);
        }

        @ParameterizedTest
        @ValueSource(strings = {"usher.jwt.lifetime", "usher.opaque.lifetime", "usher.reset.lifetime"})
        void isALifetimeBeyondTheLongestThereMayBe(String key) {
            with(key, "P3650D");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with(key, "P3650DT1S"))
                    .withMessageContaining(key + " must be at most 3650 days");
        }
    }

    @Nested
    class AKeyThatIsNone {

        @Test
        void isWarnedOfWithTheNearestOne() {
            with("usher.jwt.lifetme", "PT5M");
            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .contains("usher.jwt.lifetme")
                    .contains("usher.jwt.lifetime");
        }

        @Test
        void isNobodysBusinessOutsideOurNames() {
            with("server.prot", "80");
            assertThat(log.messages()).isEmpty();
        }
    }

    private static final class RecordingHandler extends Handler {

        private final List<LogRecord> records = new ArrayList<>();

        List<String> messages() {
            return records.stream().map(new SimpleFormatter()::formatMessage).toList();
        }

        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
