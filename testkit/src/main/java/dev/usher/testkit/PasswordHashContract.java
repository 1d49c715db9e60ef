package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.password.PasswordHasher;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The part of {@link PasswordHasherContract} on the hashes that it makes. */
interface PasswordHashContract extends PasswordHasherSubject {

    @Test
    default void name_isOneWordInLowerCase() {
        assertThat(hasher().name()).matches("[a-z0-9][a-z0-9_-]*");
    }

    @Test
    default void maxPasswordBytes_leavesRoomForAPassphrase() {
        assertThat(hasher().maxPasswordBytes()).isBetween(64, 1 << 20);
    }

    @Test
    default void hash_isPrintableAsciiThatFitsItsColumn() {
        assertThat(hasher().hash("guinevere")).matches("[!-~]{1,1024}");
    }

    @Test
    default void hash_doesNotContainThePassword() {
        assertThat(hasher().hash("guinevere")).doesNotContain("guinevere");
    }

    @Test
    default void hash_isSaltedAfresh() {
        PasswordHasher hasher = hasher();
        assertThat(Stream.generate(() -> hasher.hash("guinevere")).limit(5)).doesNotHaveDuplicates();
    }

    @Test
    default void hash_refusesIllFormedPasswordsWithoutShowingThem() {
        for (String password : List.of("guine\0vere", "guinevere\0", "guine\ud800vere", "guinevere\udc00")) {
            assertRefused(password);
        }
    }

    @Test
    default void hash_refusesTooManyBytesWithoutShowingThem() {
        int max = hasher().maxPasswordBytes();
        assertRefused("guinevere" + "x".repeat(max - 8));
        assertRefused("guinevere" + "é".repeat(max / 2 - 3));
        assertRefused("guinevere" + "♞".repeat(max / 3 - 1));
    }

    @Test
    default void hash_takesPasswordsUpToTheLastByte() {
        PasswordHasher hasher = hasher();
        for (String character : List.of("x", "é", "♞", "🗝")) {
            String password = Passphrases.filling(hasher.maxPasswordBytes(), character);
            assertThat(hasher.matches(password, hasher.hash(password)))
                    .as(character)
                    .isTrue();
        }
    }

    @Test
    default void recognises_itsOwnHashes() {
        PasswordHasher hasher = hasher();
        assertThat(hasher.recognises(hasher.hash("guinevere"))).isTrue();
        assertThat(hasher.recognises(hasherWithOtherParameters().hash("guinevere")))
                .isTrue();
    }

    @Test
    default void isOutdated_isFalseForItsOwnHashes() {
        PasswordHasher hasher = hasher();
        assertThat(hasher.isOutdated(hasher.hash("guinevere"))).isFalse();
    }

    @Test
    default void isOutdated_isTrueForOtherParameters() {
        assertThat(hasher().isOutdated(hasherWithOtherParameters().hash("guinevere")))
                .isTrue();
    }

    private void assertRefused(String password) {
        assertThatThrownBy(() -> hasher().hash(password))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(refusal ->
                        assertThat(String.valueOf(refusal.getMessage())).doesNotContain("guine"));
    }
}
