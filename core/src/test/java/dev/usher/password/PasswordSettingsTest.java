package dev.usher.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordSettingsTest {

    private final PasswordSettings defaults = PasswordSettings.defaults();

    @Nested
    class Defaults {

        @Test
        void areEightCodePointsOfArgon2idAndOneHashPerProcessor() {
            assertThat(defaults)
                    .isEqualTo(new PasswordSettings(
                            8,
                            List.of("argon2id"),
                            Runtime.getRuntime().availableProcessors(),
                            128,
                            Duration.ofSeconds(5)));
        }
    }

    @Nested
    class With {

        @Test
        void changesOneThing() {
            PasswordSettings changed = defaults.withMinLength(15).withFormats("bcrypt", "argon2id");

            assertThat(changed.minLength()).isEqualTo(15);
            assertThat(changed.formats()).containsExactly("bcrypt", "argon2id");
            assertThat(changed.withMinLength(8).withFormats("argon2id")).isEqualTo(defaults);
        }
    }

    @Nested
    class NewSettings {

        @ParameterizedTest
        @ValueSource(ints = {-1, 0, 65})
        void refuseAnotherMinimumLength(int minLength) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> defaults.withMinLength(minLength))
                    .withMessageContaining("from 1 to 64");
        }

        @Test
        void refuseNoFormatAndAFormatTwice() {
            assertThatIllegalArgumentException().isThrownBy(defaults::withFormats);
            assertThatIllegalArgumentException().isThrownBy(() -> defaults.withFormats("bcrypt", "bcrypt"));
        }

        @ParameterizedTest
        @CsvSource({"0,1,PT1S", "1025,1,PT1S", "1,-1,PT1S", "1,100001,PT1S", "1,1,PT0S", "1,1,PT-1S", "1,1,PT60.1S"})
        void refuseOtherLimits(int maxConcurrent, int maxQueued, Duration maxWait) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PasswordSettings(8, List.of("bcrypt"), maxConcurrent, maxQueued, maxWait));
        }

        @Test
        void reachTheirLimits() {
            Duration minute = Duration.ofMinutes(1);

            assertThat(new PasswordSettings(64, List.of("bcrypt"), 1024, 100_000, minute).maxWait())
                    .isEqualTo(minute);
            assertThat(new PasswordSettings(1, List.of("bcrypt"), 1, 0, Duration.ofNanos(1)).maxQueued())
                    .isZero();
        }

        @Test
        void doNotChangeWithTheListTheyWereGiven() {
            List<String> formats = new ArrayList<>(List.of("bcrypt"));
            PasswordSettings settings = new PasswordSettings(8, formats, 1, 1, Duration.ofSeconds(1));
            formats.add("argon2id");

            assertThat(settings.formats()).containsExactly("bcrypt");
        }
    }
}
