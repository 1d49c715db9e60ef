package dev.usher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                    "usher.reset.lifetime", "PT10M",
                    "usher.verify.lifetime", "P1D");
            assertThat(config.requireVerification()).isTrue();
            assertThat(config.passwords().minLength()).isEqualTo(12);
            assertThat(config.passwords().formats()).containsExactly("bcrypt", "argon2id");
            assertThat(config.jwt().lifetime()).isEqualTo(Duration.ofMinutes(5));
            assertThat(config.jwt().audience()).containsExactly("a", "b");
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
    class AValueThatIsNoGood {

        @ParameterizedTest
        @CsvSource({
            "usher.jwt.lifetime, one hour",
            "usher.jwt.lifetime, PT0S",
            "usher.jwt.lifetime, PT-1H",
            "usher.reset.lifetime, PT0S",
            "usher.verify.lifetime, PT0.5S",
            "usher.password.min-length, many",
            "usher.password.min-length, 0",
            "usher.password.formats, 'bcrypt,bcrypt'",
            "usher.password.max-wait, PT2M",
            "usher.password.max-queued, -1",
            "usher.password.max-concurrent, 0",
            "usher.require-verification, yes",
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
