package dev.usher.testkit;

import dev.usher.spi.Secret;
import dev.usher.token.TokenStrategy;
import java.time.Clock;

/** A subject over a broken {@link ToyTokens}. */
abstract class BrokenTokens implements TokenStrategyContract {

    abstract TokenStrategy broken(Secret secret, Clock clock);

    @Override
    public TokenStrategy strategy(Clock clock) {
        return broken(TokenStrategyContractTest.OURS, clock);
    }

    @Override
    public TokenStrategy strangersStrategy(Clock clock) {
        return broken(TokenStrategyContractTest.THEIRS, clock);
    }
}
