package dev.usher.testkit;

import dev.usher.spi.Secret;
import dev.usher.token.TokenStrategy;
import java.time.Clock;
import org.junit.jupiter.api.Nested;

class TokenStrategyContractTest {

    static final Secret OURS = Secret.of("the secret of the round table, 32+");
    static final Secret THEIRS = Secret.of("the secret of Mordred's castle, 32+");

    @Nested
    class Toy implements TokenStrategyContract {
        @Override
        public TokenStrategy strategy(Clock clock) {
            return new ToyTokens(OURS, clock);
        }

        @Override
        public TokenStrategy strangersStrategy(Clock clock) {
            return new ToyTokens(THEIRS, clock);
        }
    }
}
