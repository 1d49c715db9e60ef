package dev.usher.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2EngineTest {

    private final Argon2Engine inC = new NativeArgon2();
    private final Argon2Engine inJava = new BouncyCastleArgon2();

    @Nested
    class Tag {

        // From the reference implementation's src/test.c.
        @ParameterizedTest
        @CsvSource({
            "256,2,1,password,somesalt,9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
            "256,2,2,password,somesalt,6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037",
        })
        void isTheReferenceImplementations(int m, int t, int p, String password, String salt, String expected) {
            Argon2Parameters parameters = new Argon2Parameters(m, t, p);
            byte[] tag = HexFormat.of().parseHex(expected);

            assertThat(inC.tag(password.getBytes(UTF_8), salt.getBytes(UTF_8), parameters, 32))
                    .isEqualTo(tag);
            assertThat(inJava.tag(password.getBytes(UTF_8), salt.getBytes(UTF_8), parameters, 32))
                    .isEqualTo(tag);
        }

        @ParameterizedTest
        @CsvSource({
            "8,1,1,0,8,16",
            "8,1,1,1,16,32",
            "9,3,1,72,64,64",
            "64,2,4,129,33,33",
            "128,1,16,4096,16,32",
            "100,2,3,100000,9,63",
            "1024,1,2,20,16,24"
        })
        void isTheSameInCAndInJava(int m, int t, int p, int passwordBytes, int saltBytes, int tagBytes) {
            Argon2Parameters parameters = new Argon2Parameters(m, t, p);
            byte[] password = randomBytes(passwordBytes);
            byte[] salt = randomBytes(saltBytes);

            assertThat(inC.tag(password, salt, parameters, tagBytes))
                    .hasSize(tagBytes)
                    .isEqualTo(inJava.tag(password, salt, parameters, tagBytes));
        }

        private byte[] randomBytes(int length) {
            byte[] bytes = new byte[length];
            new Random(length).nextBytes(bytes);
            return bytes;
        }
    }

    @Nested
    class Choose {

        private final RecordingLogger log = new RecordingLogger();

        @Test
        void takesTheFirstIfItWorks() {
            assertThat(choose(() -> inC)).isSameAs(inC);
            assertThat(log.lines).isEmpty();
        }

        @Test
        void warnsAndTakesTheSecondIfTheFirstDoesNotLoad() {
            assertThat(choose(() -> {
                        throw new UnsatisfiedLinkError("no argon2 in /tmp");
                    }))
                    .isSameAs(inJava);
            assertThat(log.lines)
                    .singleElement()
                    .asString()
                    .startsWith("WARNING")
                    .contains("no argon2 in /tmp");
        }

        @Test
        void warnsAndTakesTheSecondIfTheFirstComputesSomethingElse() {
            assertThat(choose(() -> (password, salt, parameters, tagBytes) -> new byte[tagBytes]))
                    .isSameAs(inJava);
            assertThat(log.lines).hasSize(1);
        }

        @Test
        void warnsAndTakesTheSecondIfTheFirstFailsToCompute() {
            assertThat(choose(() -> (password, salt, parameters, tagBytes) -> {
                        throw new IllegalStateException("out of memory");
                    }))
                    .isSameAs(inJava);
            assertThat(log.lines).hasSize(1);
        }

        private Argon2Engine choose(Supplier<Argon2Engine> first) {
            return Argon2Engine.choose(first, () -> inJava, log);
        }
    }

    @Nested
    class OfThisJvm {

        @Test
        @Timeout(60)
        void worksWithoutTheNativeLibraryAndWarnsOnce() throws IOException, InterruptedException {
            Process jvm = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djna.nounpack=true",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            HashingInAnotherJvm.class.getName())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(jvm.getInputStream().readAllBytes(), UTF_8);

            assertThat(jvm.waitFor()).as(output).isZero();
            assertThat(output).containsOnlyOnce("The native Argon2 library does not work here");
        }
    }
}
