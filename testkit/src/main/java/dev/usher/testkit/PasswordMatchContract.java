package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.usher.password.PasswordHasher;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link PasswordHasherContract} on telling passwords apart. */
interface PasswordMatchContract extends PasswordHasherSubject {

    @Test
    default void matches_isTrueForThePassword() {
        PasswordHasher hasher = hasher();
        for (String password : List.of("guinevere", "g", " guinevere ", "$2a$04$ %s {0}", "tab\tand\nline")) {
            assertThat(hasher.matches(password, hasher.hash(password)))
                    .as(password)
                    .isTrue();
        }
    }

    @Test
    default void matches_isTrueForAHashOfOtherParameters() {
        String hash = hasherWithOtherParameters().hash("guinevere");
        assertThat(hasher().matches("guinevere", hash)).isTrue();
        assertThat(hasher().matches("morgana", hash)).isFalse();
    }

    @Test
    default void matches_isFalseForAnotherPassword() {
        String hash = hasher().hash("guinevere");
        for (String other :
                List.of("", "g", "guinever", "guineverE", "guinevere ", " guinevere", "guinevere2", "morgana")) {
            assertThat(hasher().matches(other, hash)).as(other).isFalse();
        }
    }

    @Test
    default void matches_tellsPasswordsInEveryScriptApart() {
        List<String> passwords =
                List.of("Ginevra", "Ginévra", "Гиневра", "Ланселот", "גווינביר", "桂妮薇儿", "👸🏼👑", "??????");
        PasswordHasher hasher = hasher();
        for (String password : passwords) {
            String hash = hasher.hash(password);
            for (String other : passwords) {
                assertThat(hasher.matches(other, hash)).as(other).isEqualTo(other.equals(password));
            }
        }
    }

    @Test
    default void matches_tellsPasswordsApartByTheLastByteAllowed() {
        PasswordHasher hasher = hasher();
        String stem = Passphrases.filling(hasher.maxPasswordBytes() - 1, "é");
        String hash = hasher.hash(stem + "1");
        assertThat(hasher.matches(stem + "1", hash)).isTrue();
        assertThat(hasher.matches(stem + "2", hash)).isFalse();
        assertThat(hasher.matches(stem, hash)).isFalse();
    }

    @Test
    default void matches_isFalseForIllFormedPasswords() {
        PasswordHasher hasher = hasher();
        String hash = hasher.hash("abc");
        for (String other : List.of("abc\0", "abc\0abc", "\0abc")) {
            assertThat(hasher.matches(other, hash)).isFalse();
        }
        String replaced = hasher.hash("a?c");
        for (String other : List.of("a\ud800c", "a\udc00c")) {
            assertThat(hasher.matches(other, replaced)).isFalse();
        }
    }

    @Test
    default void matches_neverThrowsWhateverThePassword() {
        String hash = hasher().hash("guinevere");
        assertThat(Hostile.texts()).allSatisfy(password -> assertThatCode(() -> hasher().matches(password, hash))
                .doesNotThrowAnyException());
    }

    @Test
    default void matches_isRightUnderManyThreads() {
        PasswordHasher hasher = hasher();
        List<Boolean> right = Race.run(runner -> {
            String hash = hasher.hash("knight" + runner);
            return hasher.matches("knight" + runner, hash) && !hasher.matches("knight" + (runner + 1), hash);
        });
        assertThat(right).hasSize(Race.RUNNERS).containsOnly(true);
    }
}
