package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.usher.password.PasswordHasher;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of {@link PasswordHasherContract} on hashes that are malformed, or made to exhaust the server. */
interface HostileHashContract extends PasswordHasherSubject {

    @Test
    default void recognises_nothingElse() {
        String own = hasher().hash("guinevere");
        for (String other : List.of(" " + own, own + " ", own + "\n", own + "\0", "{bcrypt}" + own, own + own)) {
            assertThat(hasher().recognises(other)).as(other).isFalse();
        }
        assertThat(Hostile.texts()).noneMatch(hasher()::recognises);
    }

    @Test
    default void recognises_neverThrows() {
        assertThat(Hostile.hashes()).allSatisfy(hash -> assertThatCode(() -> hasher().recognises(hash))
                .doesNotThrowAnyException());
    }

    @Test
    default void isOutdated_neverThrows() {
        assertThat(Hostile.hashes()).allSatisfy(hash -> assertThatCode(() -> hasher().isOutdated(hash))
                .doesNotThrowAnyException());
        assertThat(Hostile.texts()).allSatisfy(hash -> assertThatCode(() -> hasher().isOutdated(hash))
                .doesNotThrowAnyException());
    }

    @Test
    default void matches_isFalseForAHashItDoesNotRecognise() {
        PasswordHasher hasher = hasher();
        assertThat(Hostile.texts())
                .allSatisfy(
                        text -> assertThat(hasher.matches("guinevere", text)).isFalse())
                .allSatisfy(text -> assertThat(hasher.matches(text, text)).isFalse());
        String own = hasher.hash("guinevere");
        for (String other : List.of(" " + own, own + " ", own + "\n", own + "\0", "{bcrypt}" + own, own + own)) {
            assertThat(hasher.matches("guinevere", other)).as(other).isFalse();
        }
    }

    @Test
    default void matches_isFalseForEveryPartOfAHash() {
        PasswordHasher hasher = hasher();
        String own = hasher.hash("guinevere");
        List<String> parts = IntStream.range(0, own.length())
                .mapToObj(cut -> own.substring(0, cut))
                .toList();
        assertThat(parts).allSatisfy(part -> assertThat(hasher.matches("guinevere", part))
                .isFalse());
    }

    @Test
    default void matches_isFalseInGoodTimeForHostileHashes() {
        PasswordHasher hasher = hasher();
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(Hostile.hashes())
                .allSatisfy(
                        hash -> assertThat(hasher.matches("guinevere", hash)).isFalse()));
    }
}
