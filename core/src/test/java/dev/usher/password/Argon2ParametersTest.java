package dev.usher.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2ParametersTest {

    @Test
    void owaspsAreNineteenMebibytesTwoPassesOneLane() {
        assertThat(Argon2Parameters.OWASP).isEqualTo(new Argon2Parameters(19_456, 2, 1));
    }

    @ParameterizedTest
    @CsvSource({"8,1,1", "128,1,16", "262144,4,16", "8,131072,1"})
    void reachTheirLimits(int memoryKiB, int iterations, int parallelism) {
        assertThat(new Argon2Parameters(memoryKiB, iterations, parallelism).memoryKiB())
                .isEqualTo(memoryKiB);
    }

    @ParameterizedTest
    @CsvSource({
        "7,1,1",
        "127,1,16",
        "262145,1,1",
        "262144,5,1",
        "8,131073,1",
        "8,2147483647,1",
        "2147483647,2147483647,1",
        "256,0,1",
        "256,-1,1",
        "256,1,0",
        "256,1,17",
        "256,1,-1",
        "-8,1,-1"
    })
    void doNotExceedThem(int memoryKiB, int iterations, int parallelism) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Argon2Parameters(memoryKiB, iterations, parallelism))
                .withMessageContaining("choose");
    }
}
