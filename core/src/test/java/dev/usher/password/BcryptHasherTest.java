package dev.usher.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class BcryptHasherTest {

    private static final String SALT = "cVWp4XaNU8a4v1uMRum2SO";
    private static final String TAIL = "026BWLIoQMD/TXg5uZV.0P.uO8m3YEm";

    private final BcryptHasher cheap = new BcryptHasher(4);

    @Nested
    class Contract implements PasswordHasherContract {
        @Override
        public PasswordHasher hasher() {
            return cheap;
        }
    }

    @Nested
    class Hash {

        @Test
        void isLabelled2bAndCosts12() {
            assertThat(new BcryptHasher().hash("Excalibur")).matches("\\$2b\\$12\\$[./A-Za-z0-9]{53}");
        }

        @Test
        void refuses73Bytes() {
            assertThat(cheap.maxPasswordBytes()).isEqualTo(72);
            assertThatIllegalArgumentException().isThrownBy(() -> cheap.hash("x".repeat(73)));
            assertThatIllegalArgumentException().isThrownBy(() -> cheap.hash("🗡".repeat(18) + "x"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a", "Excalibur", "Grüße 🗡", "\u0001\u007f\u0080"})
        void isWhatBouncyCastleComputesToo(String password) {
            String hash = cheap.hash(password);

            assertThat(OpenBSDBCrypt.checkPassword(hash, password.toCharArray()))
                    .isTrue();
        }
    }

    @Nested
    class NewHasher {

        @ParameterizedTest
        @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 3, 17, 31})
        void refusesOtherCosts(int cost) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new BcryptHasher(cost))
                    .withMessageContaining("choose");
        }
    }

    @Nested
    class Matches {

        // jBCrypt's published vectors, pyca/bcrypt's, and PHP's manual for crypt.
        @ParameterizedTest
        @CsvSource({
            "'',$2a$06$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.",
            "a,$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe",
            "abc,$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i",
            "abcdefghijklmnopqrstuvwxyz,$2a$06$.rCVZVOThsIa97pEDOxvGuRRgzG64bvtJ0938xuqzv18d3ZpQhstC",
            "~!@#$%^&*()      ~!@#$%^&*()PNBFRD,$2a$06$fPIsBO8qRqkjj273rfaOI.HtSV9jLDpTbZn782DC6/t7qT67P6FfO",
            "Kk4DQuMMfZL9o,$2b$04$cVWp4XaNU8a4v1uMRum2SO026BWLIoQMD/TXg5uZV.0P.uO8m3YEm",
            "Tg4daC27epFBE,$2b$04$ahiTdwRXpUG2JLRcIznxc.s1.ydaPGD372bsGs8NqyYjLY1inG5n2",
            "U*U,$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
            "U*U*U,$2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a",
            "rasmuslerdorf,$2a$07$usesomesillystringfore2uDLvp1Ii2e./U9C8sBjqp8I90dH6hi",
            "rasmuslerdorf,$2y$07$usesomesillystringfore2uDLvp1Ii2e./U9C8sBjqp8I90dH6hi",
        })
        void acceptsHashesThatOtherLibrariesMade(String password, String hash) {
            assertThat(cheap.matches(password, hash)).isTrue();
            assertThat(cheap.matches(password + "x", hash)).isFalse();
        }

        @Test
        void readsPasswordsAsUtf8LikePython() {
            assertThat(cheap.matches(
                            PasswordHasherContract.PASSWORD,
                            "$2b$04$pQ7gRO7e6wx/936oXhNjrO3k7/PkmTGQAffw9AwWVy7lhJdvrxDnS"))
                    .isTrue();
        }

        @Test
        void cutsLongPasswordsAt72BytesAsLegacyLibrariesDid() {
            String ofSeventyTwo = "$2b$04$" + SALT + "JoZtp67bxBebmRfwGxFve7uLjm2gPG6";
            String cutInsideALetter = "$2b$04$" + SALT + "FVT23op.IcpVVCUkJjShMJd4n6N7mE6";

            assertThat(cheap.matches("x".repeat(72), ofSeventyTwo)).isTrue();
            assertThat(cheap.matches("x".repeat(72) + "anything", ofSeventyTwo)).isTrue();
            assertThat(cheap.matches("x".repeat(71), ofSeventyTwo)).isFalse();
            assertThat(cheap.matches("x".repeat(71) + "é", cutInsideALetter)).isTrue();
            assertThat(cheap.matches("x".repeat(71), cutInsideALetter)).isFalse();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "$2$04$" + SALT + TAIL,
                    "$2x$04$" + SALT + TAIL,
                    "$2c$04$" + SALT + TAIL,
                    "$2B$04$" + SALT + TAIL,
                    "$2b$4$" + SALT + TAIL,
                    "$2b$004$" + SALT + TAIL,
                    "$2b$00$" + SALT + TAIL,
                    "$2b$03$" + SALT + TAIL,
                    "$2b$17$" + SALT + TAIL,
                    "$2b$31$" + SALT + TAIL,
                    "$2b$99$" + SALT + TAIL,
                    "$2b$-4$" + SALT + TAIL,
                    "$2b$0x$" + SALT + TAIL,
                    "$2b$04$",
                    "$2b$04$" + SALT,
                    "$2b$04$" + SALT + "026BWLIoQMD/TXg5uZV.0P.uO8m3YE",
                    "$2b$04$" + SALT + TAIL + "m",
                    "$2b$04$" + SALT + "026BWLIoQMD/TXg5uZV.0P.uO8m3YE=",
                    "$2b$04$" + SALT + "026BWLIoQMD/TXg5uZV.0P+uO8m3YEm",
                    "$2b$04$cVWp4XaNU8a4v1uMRum2SP" + TAIL,
                    "$2b$04$" + SALT + "026BWLIoQMD/TXg5uZV.0P.uO8m3YEn",
                    "$2b$04$cVWp4XaNU8a4v1uMRum2S\0" + TAIL,
                })
        void refusesHostileHashes(String hash) {
            assertThat(cheap.matches("Kk4DQuMMfZL9o", hash)).isFalse();
            assertThat(cheap.recognises(hash)).isFalse();
            assertThat(cheap.isOutdated(hash)).isFalse();
        }

        @Test
        void acceptsEveryCanonicalLastCharacterAndNoOther() {
            String head = "$2b$04$" + SALT.substring(0, 21);
            long salts = ascii().filter(c -> cheap.recognises(head + c + TAIL)).count();
            long hashes = ascii().filter(c -> cheap.recognises(head + "O" + TAIL.substring(0, 30) + c))
                    .count();

            assertThat(salts).isEqualTo(4);
            assertThat(hashes).isEqualTo(16);
        }

        private Stream<String> ascii() {
            return IntStream.range(0, 128).mapToObj(Character::toString);
        }
    }

    @Nested
    class IsOutdated {

        @Test
        void noticesAnotherCostAndNotAnotherLabel() {
            assertThat(cheap.isOutdated("$2b$05$" + SALT + TAIL)).isTrue();
            assertThat(new BcryptHasher(5).isOutdated("$2b$04$" + SALT + TAIL)).isTrue();
            assertThat(cheap.isOutdated("$2a$04$" + SALT + TAIL)).isFalse();
            assertThat(cheap.isOutdated("$2y$04$" + SALT + TAIL)).isFalse();
        }
    }
}
