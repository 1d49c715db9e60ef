package dev.usher.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class Argon2HasherTest {

    private static final Argon2Parameters CHEAP = new Argon2Parameters(8, 1, 1);
    private static final String SALT = "c29tZXNhbHQ";
    private static final String TAG = "nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    private final Argon2Hasher cheap = new Argon2Hasher(CHEAP);

    @Nested
    class WithTheNativeEngine implements PasswordHasherContract {
        @Override
        public PasswordHasher hasher() {
            return new Argon2Hasher(CHEAP, new NativeArgon2());
        }
    }

    @Nested
    class WithThePureJavaEngine implements PasswordHasherContract {
        @Override
        public PasswordHasher hasher() {
            return new Argon2Hasher(CHEAP, new BouncyCastleArgon2());
        }
    }

    @Nested
    class Hash {

        @Test
        void isAPhcStringWithOwaspsParameters() {
            assertThat(new Argon2Hasher().hash("Excalibur"))
                    .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        }

        @Test
        void hasTheParametersAskedFor() {
            assertThat(new Argon2Hasher(new Argon2Parameters(64, 3, 4)).hash("Excalibur"))
                    .startsWith("$argon2id$v=19$m=64,t=3,p=4$");
        }
    }

    @Nested
    class Matches {

        // From the reference implementation's src/test.c.
        @ParameterizedTest
        @CsvSource(
                delimiter = ' ',
                value = {
                    "password $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                    "password $argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                    "password $argon2id$v=19$m=65536,t=1,p=1$c29tZXNhbHQ$9qWtwbpyPd3vm1rB1GThgPzZ3/ydHL92zKL+15XZypg",
                })
        void acceptsHashesThatTheReferenceImplementationMade(String password, String hash) {
            assertThat(cheap.matches(password, hash)).isTrue();
            assertThat(cheap.matches(password + "x", hash)).isFalse();
        }

        // Made with argon2-cffi 25.1, on which FastAPI Users stands, under its default parameters.
        @Test
        void acceptsHashesThatFastApiUsersMade() {
            String hash = "$argon2id$v=19$m=65536,t=3,p=4$Y2FtZWxvdC1jYW1lbG90LQ"
                    + "$JVVtq7lrQuhndBo+BiHnq9N9yGdH3QB/PYZNlDk+M9c";

            assertThat(cheap.matches("Excalibur Grüße 🗡", hash)).isTrue();
            assertThat(cheap.matches("Excalibur Gruesse 🗡", hash)).isFalse();
            assertThat(new Argon2Hasher().isOutdated(hash)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    // other algorithms and versions
                    "$argon2i$v=19$m=256,t=2,p=1$" + SALT + "$" + TAG,
                    "$argon2d$v=19$m=256,t=2,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=16$m=256,t=2,p=1$" + SALT + "$" + TAG,
                    "$argon2id$m=256,t=2,p=1$" + SALT + "$" + TAG,
                    "$ARGON2ID$v=19$m=256,t=2,p=1$" + SALT + "$" + TAG,
                    // other spellings
                    "$argon2id$v=19$t=2,m=256,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=0256,t=2,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=+256,t=2,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=256,t=2,p=1,keyid=x$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "=$" + TAG,
                    "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$" + TAG + "=",
                    "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHR$" + TAG,
                    "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/5",
                    "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$nf65EOgLrQMR_uIPnA4rEsF5h7TKyQwu9U1bMCHGi_4",
                    // too much or too little of something
                    "$argon2id$v=19$m=262145,t=1,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=4294967295,t=1,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=262144,t=5,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=8,t=131073,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=256,t=4294967295,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=256,t=99999999999999999999,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=256,t=2,p=17$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=15,t=2,p=2$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=256,t=0,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=256,t=2,p=0$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=-256,t=2,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=256,t=2,p=1$c2FsdHNhbA$" + TAG,
                    "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$AAAAAAAAAAAAAAAAAAAA",
                    "$argon2id$v=19$m=256,t=2,p=1$$" + TAG,
                    "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$",
                    "$argon2id$v=19$m=256,t=2,p=1$" + SALT,
                    "$argon2id$v=19$m=256,t=2,p=1$A$" + TAG,
                })
        void refusesHostileHashesWithoutComputing(String hash) {
            Argon2Hasher hasher = new Argon2Hasher(CHEAP, (password, salt, parameters, tagBytes) -> {
                throw new AssertionError("computed");
            });

            assertThat(hasher.matches("password", hash)).isFalse();
            assertThat(hasher.recognises(hash)).isFalse();
            assertThat(hasher.isOutdated(hash)).isFalse();
        }

        @Test
        void refusesSaltsAndTagsOfOtherSizes() {
            assertThat(cheap.recognises(phc(CHEAP, 64, 64))).isTrue();
            assertThat(cheap.recognises(phc(CHEAP, 65, 32))).isFalse();
            assertThat(cheap.recognises(phc(CHEAP, 16, 65))).isFalse();
            assertThat(cheap.recognises(phc(CHEAP, 7, 32))).isFalse();
            assertThat(cheap.recognises(phc(CHEAP, 16, 15))).isFalse();
            assertThat(cheap.recognises(phc(CHEAP, 3_000_000, 3_000_000))).isFalse();
        }

        @Test
        void recognisesTheCostliestHashThatIsAllowed() {
            assertThat(cheap.recognises(phc(new Argon2Parameters(262_144, 4, 16), 64, 64)))
                    .isTrue();
            assertThat(cheap.recognises(phc(new Argon2Parameters(8, 131_072, 1), 8, 16)))
                    .isTrue();
        }
    }

    @Nested
    class IsOutdated {

        @ParameterizedTest
        @CsvSource({"16,1,1", "8,2,1", "16,1,2"})
        void noticesOtherParameters(int memoryKiB, int iterations, int parallelism) {
            Argon2Parameters others = new Argon2Parameters(memoryKiB, iterations, parallelism);

            assertThat(cheap.isOutdated(phc(others, 16, 32))).isTrue();
            assertThat(new Argon2Hasher(others).isOutdated(phc(others, 16, 32))).isFalse();
        }

        @Test
        void noticesAnotherSaltOrTagLength() {
            assertThat(cheap.isOutdated(phc(CHEAP, 16, 32))).isFalse();
            assertThat(cheap.isOutdated(phc(CHEAP, 8, 32))).isTrue();
            assertThat(cheap.isOutdated(phc(CHEAP, 16, 16))).isTrue();
        }
    }

    private static String phc(Argon2Parameters parameters, int saltBytes, int tagBytes) {
        return new Argon2Hash(parameters, new byte[saltBytes], new byte[tagBytes]).toString();
    }
}
