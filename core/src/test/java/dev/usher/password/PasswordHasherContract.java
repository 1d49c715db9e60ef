package dev.usher.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every format owes to {@link Passwords}. */
interface PasswordHasherContract {

    String PASSWORD = "Excalibur Grüße 🗡";

    /** A hasher that is cheap enough for tests. */
    PasswordHasher hasher();

    @Test
    default void hash_isRecognisedAndMatchesItsPasswordOnly() {
        String hash = hasher().hash(PASSWORD);

        assertThat(hasher().recognises(hash)).isTrue();
        assertThat(hasher().matches(PASSWORD, hash)).isTrue();
        assertThat(hasher().matches("Clarent", hash)).isFalse();
        assertThat(hasher().matches("", hash)).isFalse();
    }

    @Test
    default void hash_isSaltedAfreshAndShowsNoPassword() {
        assertThat(hasher().hash("Excalibur"))
                .isNotEqualTo(hasher().hash("Excalibur"))
                .doesNotContain("Excalibur");
    }

    @Test
    default void hash_isNotOutdatedForItsOwnHasher() {
        assertThat(hasher().isOutdated(hasher().hash(PASSWORD))).isFalse();
    }

    @Test
    default void hash_takesThePasswordThatIsJustShortEnough() {
        String longest = "x".repeat(hasher().maxPasswordBytes());

        assertThat(hasher().matches(longest, hasher().hash(longest))).isTrue();
    }

    @Test
    default void hash_countsBytesNotCharacters() {
        String tooLong = "é".repeat(hasher().maxPasswordBytes() / 2) + "x";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> hasher().hash(tooLong))
                .withMessageContaining(String.valueOf(hasher().maxPasswordBytes()))
                .withMessageNotContaining("é");
    }

    @Test
    default void matches_acceptsTheEmptyPasswordIfItIsTheOne() {
        assertThat(hasher().matches("", hasher().hash(""))).isTrue();
    }

    @Test
    default void matches_doesNotNormalise() {
        assertThat(hasher().matches("e\u0301", hasher().hash("\u00e9"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Excalibur\0", "\0", "Excal\0ibur", "Excalibur\ud83d", "\ude00Excalibur", "\ude00\ud83d"})
    default void hash_refusesIllFormedTextWithoutRepeatingIt(String password) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hasher().hash(password))
                .withMessageNotContaining(password)
                .withMessageNotContaining("Excal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Excalibur\0", "Excalibur\0Clarent", "\0", "Excalibur\ud83d", "Excalibur?"})
    default void matches_isFalseForIllFormedTextAndWhatItCouldBeTakenFor(String password) {
        assertThat(hasher().matches(password, hasher().hash("Excalibur"))).isFalse();
        assertThat(hasher().matches(password, hasher().hash(""))).isFalse();
        assertThat(hasher().matches("Excalibur\ud83d", hasher().hash("Excalibur?")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "$", "$$$$$", "plaintext", "!", "*", "\0", "\ud83d", "{noop}x", "$1$salt$hash"})
    default void recognises_nothingElse(String hash) {
        assertThat(hasher().recognises(hash)).isFalse();
        assertThat(hasher().matches(PASSWORD, hash)).isFalse();
        assertThat(hasher().isOutdated(hash)).isFalse();
    }

    @Test
    default void recognises_noDamagedHash() {
        String hash = hasher().hash(PASSWORD);

        for (int i = 0; i < hash.length(); i++) {
            String head = hash.substring(0, i);
            String tail = hash.substring(i + 1);
            assertThat(hasher().recognises(head + "\u0660" + tail)).isFalse();
            assertThat(hasher().recognises(head + "\n" + tail)).isFalse();
        }
        assertThat(hasher().recognises(hash + "\n")).isFalse();
        assertThat(hasher().recognises(" " + hash)).isFalse();
        assertThat(hasher().recognises(hash + hash)).isFalse();
        assertThat(hasher().recognises(hash.repeat(100_000))).isFalse();
    }
}
