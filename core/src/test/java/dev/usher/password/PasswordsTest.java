package dev.usher.password;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import dev.usher.password.Passwords.Check;
import dev.usher.spi.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 20, threadMode = SEPARATE_THREAD)
class PasswordsTest {

    private static final PasswordSettings SETTINGS = PasswordSettings.defaults();
    private static final Secret SECRET = Secret.of("the lake gives, and the lake takes back");
    private static final Check WRONG = new Check(false, false);
    private static final Check RIGHT = new Check(true, false);
    private static final Check RIGHT_BUT_OLD = new Check(true, true);

    private final RecordingHasher iron = new RecordingHasher("iron", 2, 20);
    private final RecordingHasher bronze = new RecordingHasher("bronze", 1, 100);
    private final Passwords passwords = new Passwords(List.of(iron, bronze), SETTINGS, SECRET);

    @Nested
    class Of {

        @Test
        void makesArgon2idByDefault() {
            Passwords fresh = Passwords.of(SETTINGS, SECRET);
            String hash = fresh.hash("Excalibur");

            assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
            assertThat(fresh.check("Excalibur", hash)).isEqualTo(RIGHT);
            assertThat(fresh.check("Clarent", hash)).isEqualTo(WRONG);
            assertThat(fresh.maxPasswordBytes()).isEqualTo(4096);
        }

        @Test
        void makesBcryptWhereItIsNamedFirst() {
            Passwords both = Passwords.of(SETTINGS.withFormats("bcrypt", "argon2id"), SECRET);

            assertThat(both.hash("Excalibur")).startsWith("$2b$12$");
            assertThat(both.maxPasswordBytes()).isEqualTo(72);
        }

        @Test
        void refusesAFormatItDoesNotKnow() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Passwords.of(SETTINGS.withFormats("md5"), SECRET))
                    .withMessageContaining("'md5'")
                    .withMessageContaining("argon2id or bcrypt");
        }
    }

    @Nested
    class NewPasswords {

        @Test
        void needAHasher() {
            assertThatIllegalArgumentException().isThrownBy(() -> new Passwords(List.of(), SETTINGS, SECRET));
        }

        @Test
        void refuseTwoHashersOfOneName() {
            List<PasswordHasher> twice = List.of(iron, new RecordingHasher("iron"));

            assertThatIllegalArgumentException().isThrownBy(() -> new Passwords(twice, SETTINGS, SECRET));
        }
    }

    @Nested
    class Hash {

        @Test
        void isInTheFirstFormat() {
            assertThat(passwords.hash("Excalibur")).isEqualTo("$iron$2$Excalibur");
            assertThat(passwords.maxPasswordBytes()).isEqualTo(20);
        }

        @Test
        void passesTheHashersRefusalOn() {
            Passwords bcrypt = new Passwords(List.of(new BcryptHasher(4)), SETTINGS, SECRET);

            assertThatIllegalArgumentException().isThrownBy(() -> bcrypt.hash("x".repeat(73)));
            assertThatIllegalArgumentException().isThrownBy(() -> bcrypt.hash("Excalibur\0"));
            assertThat(bcrypt.load()).isEqualTo(new Passwords.Load(0, 0, 0));
        }
    }

    @Nested
    class CheckPassword {

        @Test
        void needsNoUpgradeInTheFirstFormat() {
            assertThat(passwords.check("Excalibur", "$iron$2$Excalibur")).isEqualTo(RIGHT);
            assertThat(passwords.check("Clarent", "$iron$2$Excalibur")).isEqualTo(WRONG);
        }

        @Test
        void asksForAnUpgradeOfAnotherFormatOnlyIfItMatches() {
            assertThat(passwords.check("Excalibur", "$bronze$1$Excalibur")).isEqualTo(RIGHT_BUT_OLD);
            assertThat(passwords.check("Clarent", "$bronze$1$Excalibur")).isEqualTo(WRONG);
        }

        @Test
        void asksForAnUpgradeOfOutdatedParametersOnlyIfItMatches() {
            assertThat(passwords.check("Excalibur", "$iron$1$Excalibur")).isEqualTo(RIGHT_BUT_OLD);
            assertThat(passwords.check("Clarent", "$iron$1$Excalibur")).isEqualTo(WRONG);
        }

        @Test
        void asksForNoUpgradeThatTheFirstFormatCannotMake() {
            String ofTwentyBytes = "é".repeat(10);

            assertThat(passwords.check(ofTwentyBytes, "$bronze$1$" + ofTwentyBytes))
                    .isEqualTo(RIGHT_BUT_OLD);
            assertThat(passwords.check(ofTwentyBytes + "x", "$bronze$1$" + ofTwentyBytes + "x"))
                    .isEqualTo(RIGHT);
            assertThat(passwords.check(ofTwentyBytes + "x", "$iron$1$" + ofTwentyBytes + "x"))
                    .isEqualTo(RIGHT);
        }

        @Test
        void verifiesBuiltInFormatsThatAreNotInUse() {
            String bcrypt = new BcryptHasher(4).hash("Excalibur");
            String argon2id = new Argon2Hasher(new Argon2Parameters(8, 1, 1)).hash("Excalibur");

            assertThat(passwords.check("Excalibur", bcrypt)).isEqualTo(RIGHT_BUT_OLD);
            assertThat(passwords.check("Excalibur", argon2id)).isEqualTo(RIGHT_BUT_OLD);
            assertThat(passwords.check("Clarent", bcrypt)).isEqualTo(WRONG);
            assertThat(passwords.check("Clarent", argon2id)).isEqualTo(WRONG);
        }

        @Test
        void prefersAHasherInUseToTheBuiltInOneOfItsName() {
            Passwords stronger = new Passwords(List.of(new BcryptHasher(5)), SETTINGS, SECRET);

            assertThat(stronger.check("Excalibur", new BcryptHasher(4).hash("Excalibur")))
                    .isEqualTo(RIGHT_BUT_OLD);
            assertThat(stronger.check("Excalibur", stronger.hash("Excalibur"))).isEqualTo(RIGHT);
        }

        @Test
        void movesALongLegacyPasswordFromBcryptToArgon2idButNotToBcrypt() {
            String longer = "x".repeat(72) + " and more";
            String legacy = new BcryptHasher(4).hash("x".repeat(72));
            Passwords argon2id =
                    new Passwords(List.of(new Argon2Hasher(new Argon2Parameters(8, 1, 1))), SETTINGS, SECRET);
            Passwords bcrypt = new Passwords(List.of(new BcryptHasher(5)), SETTINGS, SECRET);

            assertThat(argon2id.check(longer, legacy)).isEqualTo(RIGHT_BUT_OLD);
            assertThat(argon2id.check(longer, argon2id.hash(longer))).isEqualTo(RIGHT);
            assertThat(bcrypt.check(longer, legacy)).isEqualTo(RIGHT);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "Excalibur", "$iron", "$1$md5$Excalibur", "$2x$04$x", "$argon2id$v=19$m=9999999$"})
        void verifiesOneDummyForAHashOfNoKnownFormat(String storedHash) {
            assertThat(passwords.check("Excalibur", storedHash)).isEqualTo(WRONG);
            assertThat(passwords.check("", storedHash)).isEqualTo(WRONG);
            assertThat(iron.verified.size() + bronze.verified.size()).isEqualTo(2);
            assertThat(iron.verified).doesNotContain(storedHash);
            assertThat(iron.verified.isEmpty() || bronze.verified.isEmpty()).isTrue();
        }

        @Test
        void verifiesOnceForAHashOfAKnownFormat() {
            assertThat(passwords.check("Clarent", "$bronze$1$Excalibur")).isEqualTo(WRONG);
            assertThat(iron.verified).isEmpty();
            assertThat(bronze.verified).containsExactly("$bronze$1$Excalibur");
        }

        @Test
        void isFalseForATextThatCannotBeAPassword() {
            Passwords fresh = Passwords.of(SETTINGS, SECRET);

            assertThat(fresh.check("Excalibur\0", fresh.hash("Excalibur"))).isEqualTo(WRONG);
            assertThat(fresh.check("Excalibur\ud83d", fresh.hash("Excalibur?"))).isEqualTo(WRONG);
        }
    }

    @Nested
    class Burn {

        @Test
        void verifiesExactlyOneDummyAndAlwaysTheSameForOneLogin() {
            for (int i = 0; i < 3; i++) {
                passwords.burn("Excalibur", "mordred@camelot.example");
            }

            assertThat(iron.verified.size() + bronze.verified.size()).isEqualTo(3);
            assertThat(iron.verified.isEmpty() || bronze.verified.isEmpty()).isTrue();
        }

        @Test
        void doesNotDependOnThePassword() {
            IntStream.range(0, 50).forEach(i -> passwords.burn("password " + i, "mordred@camelot.example"));

            assertThat(iron.verified.isEmpty() || bronze.verified.isEmpty()).isTrue();
        }

        @Test
        void spreadsLoginsOverAllFormatsInUse() {
            assertThat(formatsOfLogins(SECRET)).containsValues("iron", "bronze");
        }

        @Test
        void givesEachApplicationItsOwnSpread() {
            Secret another = Secret.of("the lake gives, and never takes anything back");

            assertThat(formatsOfLogins(SECRET))
                    .isEqualTo(formatsOfLogins(SECRET))
                    .isNotEqualTo(formatsOfLogins(another));
        }

        @Test
        void neverImitatesAFormatThatIsNotInUse() {
            RecordingHasher only = new RecordingHasher("argon2id");
            Passwords fresh = new Passwords(List.of(only), SETTINGS, SECRET);

            IntStream.range(0, 100).forEach(i -> fresh.burn("Excalibur", "knight" + i + "@camelot.example"));

            assertThat(only.verified).hasSize(100).allMatch(only::recognises);
        }

        @Test
        void usesADummyThatNobodyCanMatchAndThatIsMadeOnce() {
            Passwords fresh = new Passwords(List.of(iron), SETTINGS, SECRET);
            new Passwords(List.of(iron), SETTINGS, SECRET).burn("", "mordred@camelot.example");
            fresh.burn("", "mordred@camelot.example");
            fresh.burn("", "morgana@camelot.example");

            assertThat(iron.verified).hasSize(3).allMatch(hash -> hash.matches("\\$iron\\$2\\$[0-9a-f]{32}"));
            assertThat(iron.verified.get(1)).isEqualTo(iron.verified.get(2)).isNotEqualTo(iron.verified.get(0));
        }

        private Map<String, String> formatsOfLogins(Secret secret) {
            Passwords some = new Passwords(List.of(iron, bronze), SETTINGS, secret);
            return IntStream.range(0, 64)
                    .mapToObj(i -> "knight" + i + "@camelot.example")
                    .collect(toMap(Function.identity(), login -> {
                        iron.verified.clear();
                        some.burn("Excalibur", login);
                        return iron.verified.isEmpty() ? "bronze" : "iron";
                    }));
        }
    }

    @Nested
    class Load {

        private final GatedHasher gated = new GatedHasher();
        private final Passwords narrow = new Passwords(
                List.of(gated), new PasswordSettings(8, List.of("gated"), 1, 0, Duration.ofSeconds(20)), SECRET);

        @Test
        void showsThatEveryComputationPassesTheBulkhead() throws InterruptedException {
            gated.close();
            Thread first = new Thread(() -> narrow.burn("Excalibur", "mordred@camelot.example"));
            first.start();
            while (narrow.load().running() == 0) {
                Thread.onSpinWait();
            }

            assertRefused(() -> narrow.hash("Excalibur"));
            assertRefused(() -> narrow.check("Excalibur", "$gated$1$Excalibur"));
            assertRefused(() -> narrow.check("Excalibur", "of no known format"));
            assertRefused(() -> narrow.burn("Excalibur", "morgana@camelot.example"));
            assertThat(narrow.load()).isEqualTo(new Passwords.Load(1, 0, 4));

            gated.open();
            first.join();
            assertThat(narrow.check("Excalibur", narrow.hash("Excalibur"))).isEqualTo(RIGHT);
            assertThat(narrow.load()).isEqualTo(new Passwords.Load(0, 0, 4));
        }

        private void assertRefused(Runnable computation) {
            assertThatExceptionOfType(RejectedExecutionException.class)
                    .isThrownBy(computation::run)
                    .withMessageNotContaining("Excalibur");
        }
    }
}
