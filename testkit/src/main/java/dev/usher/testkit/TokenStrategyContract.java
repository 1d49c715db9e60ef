package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.token.TokenGrant;
import dev.usher.token.TokenStrategy;
import dev.usher.token.TokenSubject.SelfContained;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link TokenStrategy} must do whose tokens are self-contained. A subject implements two hooks:
 *
 * <pre>{@code
 * class JwtStrategyTest implements TokenStrategyContract {
 *     @Override public TokenStrategy strategy(Clock clock) { … }
 *     @Override public TokenStrategy strangersStrategy(Clock clock) { … }
 * }
 * }</pre>
 */
@Timeout(60)
public interface TokenStrategyContract {

    /** Whom most tokens here are for. */
    TokenGrant ARTHUR = new TokenGrant("arthur", 1);

    /** The strategy under test, reading the time from this clock. */
    TokenStrategy strategy(Clock clock);

    /** A strategy of the same kind as another application would have it: with its own secret, or its own store. */
    TokenStrategy strangersStrategy(Clock clock);

    @Test
    default void issue_makesATokenThatSaysWhoseItIs() {
        TokenStrategy strategy = strategy(noon());
        for (String userId : List.of(
                "1", "9223372036854775807", "0b1c6a2e-97c4-4f4e-9b6c-3a1f0b1c6a2e", "Läncelot ♞", "u".repeat(255))) {
            for (int tokenVersion : List.of(0, 7, Integer.MAX_VALUE)) {
                SelfContained subject = read(strategy, strategy.issue(new TokenGrant(userId, tokenVersion)));
                assertThat(subject.userId()).isEqualTo(userId);
                assertThat(subject.tokenVersion()).isEqualTo(tokenVersion);
            }
        }
    }

    @Test
    default void issue_makesPrintableAsciiOfAtMost4096Characters() {
        TokenStrategy strategy = strategy(noon());
        for (String userId : List.of("1", "Läncelot ♞", "♞".repeat(255))) {
            assertThat(strategy.issue(new TokenGrant(userId, Integer.MAX_VALUE)))
                    .matches("[!-~]{1,4096}");
        }
    }

    @Test
    default void issue_givesEveryTokenAnIdOfItsOwn() {
        TokenStrategy strategy = strategy(noon());
        List<String> tokens =
                IntStream.range(0, 100).mapToObj(i -> strategy.issue(ARTHUR)).toList();
        assertThat(tokens).doesNotHaveDuplicates();
        assertThat(tokens.stream().map(token -> read(strategy, token).tokenId()))
                .doesNotHaveDuplicates()
                .allSatisfy(tokenId -> assertThat(tokenId).hasSizeBetween(1, 255));
    }

    @Test
    default void issue_givesTokensIdsOfTheirOwnUnderManyThreads() {
        TokenStrategy strategy = strategy(noon());
        Set<String> ids = new HashSet<>(Race.run(runner -> {
            SelfContained subject = read(strategy, strategy.issue(new TokenGrant("knight" + runner, runner)));
            assertThat(subject.userId()).isEqualTo("knight" + runner);
            assertThat(subject.tokenVersion()).isEqualTo(runner);
            return subject.tokenId();
        }));
        assertThat(ids).hasSize(Race.RUNNERS);
    }

    @Test
    default void issuesReferences_isFalse() {
        assertThat(strategy(noon()).issuesReferences()).isFalse();
    }

    @Test
    default void lifetime_isPositive() {
        assertThat(strategy(noon()).lifetime()).isPositive();
    }

    @Test
    default void read_saysWhenTheTokenEnds() {
        MutableClock clock = noon();
        TokenStrategy strategy = strategy(clock);
        Instant end = clock.instant().plus(strategy.lifetime());
        String token = strategy.issue(ARTHUR);
        clock.advance(strategy.lifetime().dividedBy(2));
        assertThat(read(strategy, token).expiresAt())
                .isBetween(end.minus(Duration.ofSeconds(1)), end.plus(Duration.ofSeconds(1)));
    }

    @Test
    default void read_isEmptyOnceTheTokenHasEnded() {
        MutableClock clock = noon();
        TokenStrategy strategy = strategy(clock);
        String token = strategy.issue(ARTHUR);
        Instant end = read(strategy, token).expiresAt();
        clock.set(end);
        assertThat(strategy.read(token)).as("at its end").isEmpty();
        clock.advance(Duration.ofDays(10_000));
        assertThat(strategy.read(token)).as("long after its end").isEmpty();
    }

    @Test
    default void read_acceptsTheTokenUntilItEnds() {
        MutableClock clock = noon();
        TokenStrategy strategy = strategy(clock);
        String token = strategy.issue(ARTHUR);
        clock.set(read(strategy, token).expiresAt().minusMillis(1));
        assertThat(strategy.read(token)).isPresent();
        assertThat(strategy.read(token)).as("a second time").isPresent();
    }

    @Test
    default void read_refusesTheTokenOfAnotherApplication() {
        String token = strangersStrategy(noon()).issue(ARTHUR);
        assertThat(strategy(noon()).read(token)).isEmpty();
    }

    @Test
    default void read_isEmptyForAnythingThatIsNoToken() {
        TokenStrategy strategy = strategy(noon());
        assertThat(Hostile.texts())
                .allSatisfy(text -> assertThat(strategy.read(text)).isEmpty());
        assertThat(Hostile.tokens())
                .allSatisfy(text -> assertThat(strategy.read(text)).isEmpty());
    }

    @Test
    default void read_isEmptyForEveryPartOfAToken() {
        TokenStrategy strategy = strategy(noon());
        String token = strategy.issue(ARTHUR);
        for (int cut = 0; cut < token.length(); cut++) {
            assertThat(strategy.read(token.substring(0, cut)))
                    .as("the first %d", cut)
                    .isEmpty();
            assertThat(strategy.read(token.substring(token.length() - cut)))
                    .as("the last %d", cut)
                    .isEmpty();
        }
    }

    @Test
    default void read_isEmptyForATokenWithOneChangedCharacter() {
        TokenStrategy strategy = strategy(noon());
        String token = strategy.issue(ARTHUR);
        for (int position = 0; position < token.length(); position++) {
            String forged = Spelling.changed(token, position);
            assertThat(strategy.read(forged))
                    .as("changed at %d of %d", position, token.length())
                    .isEmpty();
        }
    }

    @Test
    default void read_knowsOneSpellingOfAToken() {
        TokenStrategy strategy = strategy(noon());
        String token = strategy.issue(ARTHUR);
        assertThat(Spelling.othersOf(token))
                .allSatisfy(other -> assertThat(strategy.read(other)).isEmpty());
    }

    private static SelfContained read(TokenStrategy strategy, String token) {
        return (SelfContained) strategy.read(token).orElseThrow();
    }

    private static MutableClock noon() {
        return MutableClock.at(Camelot.FOUNDED);
    }
}
