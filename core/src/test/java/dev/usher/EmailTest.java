package dev.usher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

    @Nested
    class Parse {

        @ParameterizedTest
        @CsvSource({
            "arthur@camelot.example, arthur@camelot.example",
            "ARTHUR@CAMELOT.EXAMPLE, arthur@camelot.example",
            "'  \tarthur@camelot.example\r\n\u3000', arthur@camelot.example",
            "Arthur+Crown.of_the-Isle@camelot.example, arthur+crown.of_the-isle@camelot.example",
            "!#$%&'*+-/=?^_`{|}~@camelot.example, !#$%&'*+-/=?^_`{|}~@camelot.example",
            "Ygerna.Ünsal@CAMÉLOT.example, ygerna.ünsal@xn--camlot-dva.example",
            "arthur@xn--camlot-dva.example, arthur@xn--camlot-dva.example",
            "arthur@XN--CAMLOT-DVA.EXAMPLE, arthur@xn--camlot-dva.example",
            "arthur@ｃａｍｅｌｏｔ。example, arthur@camelot.example",
            "王@例え.テスト, 王@xn--r8jz45g.xn--zckzah",
            "ARTHUR@1.2.EXAMPLE, arthur@1.2.example",
            "a@b.co, a@b.co"
        })
        void makesOneFormOfAllSpellings(String typed, String canonical) {
            assertThat(Email.parse(typed).map(Email::value)).contains(canonical);
        }

        @Test
        void composesWhatHasAComposedFormOnlyInLowerCase() {
            assertThat(Email.of("J\u030cames@camelot.example")).isEqualTo(Email.of("\u01f0ames@camelot.example"));
            assertThat(Email.of("arthur@J\u030c.example")).isEqualTo(Email.of("arthur@\u01f0.example"));
        }

        @Test
        void composesWhatWasTypedDecomposed() {
            assertThat(Email.of("e\u0301lan@cafe\u0301.example"))
                    .isEqualTo(Email.of("\u00e9lan@caf\u00e9.example"))
                    .isEqualTo(Email.of("E\u0301LAN@CAFE\u0301.EXAMPLE"));
        }

        @Test
        void foldsTheKelvinSignAndKeepsTheDotlessI() {
            assertThat(Email.of("\u212aay@camelot.example")).isEqualTo(Email.of("kay@camelot.example"));
            assertThat(Email.of("arthur@\u212aay.example")).isEqualTo(Email.of("arthur@kay.example"));
            assertThat(Email.of("\u0131an@camelot.example")).isNotEqualTo(Email.of("ian@camelot.example"));
            assertThat(Email.of("\u0130an@camelot.example").value()).isEqualTo("i\u0307an@camelot.example");
        }

        @Test
        void isNotTurnedByTheDefaultLocale() {
            Locale before = Locale.getDefault();
            try {
                Locale.setDefault(Locale.forLanguageTag("tr"));
                assertThat(Email.of("ISIDORE@ISLE.EXAMPLE").value()).isEqualTo("isidore@isle.example");
                assertThat(Email.of("\u0130an@camelot.example").value()).isEqualTo("i\u0307an@camelot.example");
            } finally {
                Locale.setDefault(before);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    // no address at all
                    "",
                    " ",
                    "@",
                    "arthur",
                    "arthur@",
                    "@camelot.example",
                    "Arthur <arthur@camelot.example>",
                    "arthur@camelot.example, merlin@camelot.example",
                    "mailto:arthur@camelot.example@camelot.example",
                    // local parts
                    "\"arthur\"@camelot.example",
                    "\"king arthur\"@camelot.example",
                    "king arthur@camelot.example",
                    "king\tarthur@camelot.example",
                    "king\u00a0arthur@camelot.example",
                    ".arthur@camelot.example",
                    "arthur.@camelot.example",
                    "king..arthur@camelot.example",
                    "king@arthur@camelot.example",
                    "king,arthur@camelot.example",
                    "king(arthur)@camelot.example",
                    "king\\arthur@camelot.example",
                    "\u0301arthur@camelot.example",
                    // control, format, unpaired, unassigned, private
                    "arthur\0@camelot.example",
                    "arthur\r\nBcc: mordred@camelot.example",
                    "arthur\u007f@camelot.example",
                    "arthur\u0085@camelot.example",
                    "arthur\u200b@camelot.example",
                    "arthur\u200d@camelot.example",
                    "arthur\u202e@camelot.example",
                    "arthur\ufeff@camelot.example",
                    "arthur\u2028@camelot.example",
                    "arthur\ud83d@camelot.example",
                    "arthur\ue000@camelot.example",
                    "arthur\u0378@camelot.example",
                    "arthur@came\0lot.example",
                    "arthur@came\u00adlot.example",
                    "arthur@came\u202elot.example",
                    "arthur@camelot\ud83d.example",
                    "arthur@came lot.example",
                    // domains
                    "arthur@camelot",
                    "arthur@.camelot.example",
                    "arthur@camelot..example",
                    "arthur@camelot.example.",
                    "arthur@.",
                    "arthur@-camelot.example",
                    "arthur@camelot-.example",
                    "arthur@came_lot.example",
                    "arthur@camelot.example:25",
                    "arthur@[192.0.2.1]",
                    "arthur@[IPv6:2001:db8::1]",
                    "arthur@192.0.2.1",
                    "arthur@camelot.42",
                    "arthur@camelot.test",
                    "arthur@camelot.INVALID",
                    "arthur@camelot.localhost",
                    "arthur@camelot.local",
                    "arthur@camelot.\uff4c\uff4f\uff43\uff41\uff4c",
                    // characters on which the versions of IDNA disagree
                    "arthur@fa\u00df.example",
                    "arthur@FA\u1e9e.example",
                    "arthur@\u03bb\u03cc\u03b3\u03bf\u03c2.example",
                    "arthur@came\u200dlot.example",
                    "arthur@came\u200clot.example",
                    // labels of which nothing remains
                    "arthur@\ufe0f.example",
                    "arthur@\u034f",
                    "arthur@\ufe0f.\ufe0f"
                })
        void refuses(String typed) {
            assertThat(Email.parse(typed)).isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Email.of(typed))
                    .withMessage("not an e-mail address that Usher accepts");
        }

        @Test
        void measuresLengths() {
            String domain = "c".repeat(63) + "." + "a".repeat(63) + "." + "m".repeat(53) + ".example";

            assertThat(domain).hasSize(189);
            assertThat(Email.parse("x".repeat(64) + "@" + domain)).isPresent();
            assertThat(Email.parse("x".repeat(65) + "@camelot.example")).isEmpty();
            assertThat(Email.parse("x".repeat(64) + "@c" + domain.substring(1).replace("example", "examples")))
                    .isEmpty();
            assertThat(Email.parse("x@" + "c".repeat(64) + ".example")).isEmpty();
            assertThat(Email.parse("x".repeat(10_000_000) + "@camelot.example")).isEmpty();
        }

        @Test
        void changesNothingWhenDoneTwiceWhateverTheCharacterOfTheLocalPart() {
            assertThat(allCodePoints().filter(c -> isUnstable("a" + c + "B@camelot.example")))
                    .isEmpty();
        }

        @Test
        void changesNothingWhenDoneTwiceWhateverTheCharacterOfTheDomain() {
            assertThat(allCodePoints().filter(this::isAssigned).filter(c -> isUnstable("arthur@a" + c + "B.example")))
                    .isEmpty();
        }

        private boolean isAssigned(String character) {
            int type = Character.getType(character.codePointAt(0));
            return type != Character.UNASSIGNED && type != Character.PRIVATE_USE;
        }

        private Stream<String> allCodePoints() {
            return IntStream.rangeClosed(0, Character.MAX_CODE_POINT).mapToObj(Character::toString);
        }

        private boolean isUnstable(String typed) {
            Optional<Email> once = Email.parse(typed);
            return once.isPresent() && !once.equals(Email.parse(once.get().value()));
        }
    }

    @Nested
    class FromStorage {

        @Test
        void takesTheTextAsItIs() {
            assertThat(Email.fromStorage("Arthur@Camelot").value()).isEqualTo("Arthur@Camelot");
        }
    }

    @Nested
    class Compare {

        @Test
        void goesByTheCanonicalText() {
            Email arthur = Email.of("Arthur@camelot.example");

            assertThat(arthur)
                    .isEqualTo(Email.of("arthur@CAMELOT.example"))
                    .hasSameHashCodeAs(Email.of("arthur@CAMELOT.example"))
                    .isNotEqualTo(Email.of("merlin@camelot.example"))
                    .isLessThan(Email.of("merlin@camelot.example"))
                    .hasToString("arthur@camelot.example");
        }
    }
}
