package dev.usher;

import dev.usher.password.Argon2Hasher;
import dev.usher.password.Argon2Parameters;
import dev.usher.password.BcryptHasher;
import dev.usher.password.PasswordHasher;
import dev.usher.spi.Secret;
import dev.usher.testkit.PasswordHasherContract;
import dev.usher.testkit.TokenStrategyContract;
import dev.usher.token.JwtSettings;
import dev.usher.token.JwtStrategy;
import dev.usher.token.TokenStrategy;
import java.time.Clock;
import org.junit.jupiter.api.Nested;

/** What core brings passes the contracts that others must pass. */
class CoreContractsTest {

    @Nested
    class Argon2 implements PasswordHasherContract {

        @Override
        public PasswordHasher hasher() {
            return new Argon2Hasher(new Argon2Parameters(64, 1, 1));
        }

        @Override
        public PasswordHasher hasherWithOtherParameters() {
            return new Argon2Hasher(new Argon2Parameters(128, 1, 1));
        }
    }

    @Nested
    class Bcrypt implements PasswordHasherContract {

        @Override
        public PasswordHasher hasher() {
            return new BcryptHasher(4);
        }

        @Override
        public PasswordHasher hasherWithOtherParameters() {
            return new BcryptHasher(5);
        }
    }

    @Nested
    class Jwt implements TokenStrategyContract {

        @Override
        public TokenStrategy strategy(Clock clock) {
            return strategyOf("the sword in the stone is mine to draw", clock);
        }

        @Override
        public TokenStrategy strangersStrategy(Clock clock) {
            return strategyOf("another sword in another stone, not mine", clock);
        }

        private static TokenStrategy strategyOf(String secret, Clock clock) {
            return new JwtStrategy(
                    new JwtSettings(Secret.of(secret), JwtSettings.DEFAULT_LIFETIME, JwtSettings.DEFAULT_AUDIENCE),
                    clock);
        }
    }
}
