package dev.usher.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpaqueStrategyTest {

    private static final TokenGrant ARTHUR = new TokenGrant("arthur", 7);
    private final OpaqueStrategy strategy = new OpaqueStrategy(Duration.ofDays(7));

    @Test
    void issuesTwoHundredAndFiftySixRandomBits() {
        List<String> tokens =
                Stream.generate(() -> strategy.issue(ARTHUR)).limit(1000).toList();
        assertThat(tokens).doesNotHaveDuplicates().allSatisfy(token -> assertThat(
                        Base64.getUrlDecoder().decode(token))
                .hasSize(32));
    }

    @Test
    void readsTheSha256OfATokenOnly() {
        String token = "A".repeat(43);
        assertThat(strategy.read(token))
                .contains(
                        new TokenSubject.Reference("0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a"));
    }

    @Test
    void readsEveryTokenItIssues() {
        assertThat(Stream.generate(() -> strategy.issue(ARTHUR)).limit(1000))
                .allSatisfy(token -> assertThat(strategy.read(token)).isPresent());
    }

    @Test
    void readsNothingOfAnotherForm() {
        String token = strategy.issue(ARTHUR);
        for (String other : List.of(
                "",
                token + "=",
                " " + token,
                token + "\n",
                token.substring(1),
                token + "A",
                token.substring(1) + "+",
                "A".repeat(42) + "B",
                "a.b.c")) {
            assertThat(strategy.read(other)).as(other).isEmpty();
        }
    }

    @Test
    void refusesAnEndlessLifetime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpaqueStrategy(Duration.ZERO))
                .withMessageContaining("usher.opaque.lifetime");
    }
}
