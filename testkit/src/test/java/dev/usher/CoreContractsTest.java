package dev.usher;

import dev.usher.password.Argon2Hasher;
import dev.usher.password.Argon2Parameters;
import dev.usher.password.BcryptHasher;
import dev.usher.password.PasswordHasher;
import dev.usher.spi.Secret;
import dev.usher.testkit.PasswordHasherContract;
import dev.usher.testkit.TokenStrategyContract;
import dev.usher.token.JwtAlgorithm;
import dev.usher.token.JwtKeys;
import dev.usher.token.JwtSettings;
import dev.usher.token.JwtStrategy;
import dev.usher.token.TokenStrategy;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
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

    /** Both applications know the same Python one. */
    @Nested
    class JwtWithLegacySecret implements TokenStrategyContract {

        @Override
        public TokenStrategy strategy(Clock clock) {
            return of(keys("the sword in the stone is mine to draw"), clock);
        }

        @Override
        public TokenStrategy strangersStrategy(Clock clock) {
            return of(keys("another sword in another stone, not mine"), clock);
        }

        private static JwtKeys keys(String secret) {
            return JwtKeys.of(List.of(Secret.of(secret))).andLegacy("SECRET");
        }
    }

    @Nested
    class JwtOfRsa implements TokenStrategyContract {

        private static final JwtKeys OURS = pair(JwtAlgorithm.RS256, "RSA", 2048);
        private static final JwtKeys THEIRS = pair(JwtAlgorithm.RS256, "RSA", 2048);

        @Override
        public TokenStrategy strategy(Clock clock) {
            return of(OURS, clock);
        }

        @Override
        public TokenStrategy strangersStrategy(Clock clock) {
            return of(THEIRS, clock);
        }
    }

    @Nested
    class JwtOfP256 implements TokenStrategyContract {

        private static final JwtKeys OURS = pair(JwtAlgorithm.ES256, "EC", 256);
        private static final JwtKeys THEIRS = pair(JwtAlgorithm.ES256, "EC", 256);

        @Override
        public TokenStrategy strategy(Clock clock) {
            return of(OURS, clock);
        }

        @Override
        public TokenStrategy strangersStrategy(Clock clock) {
            return of(THEIRS, clock);
        }
    }

    @Nested
    class JwtOfEd25519 implements TokenStrategyContract {

        private static final JwtKeys OURS = pair(JwtAlgorithm.EdDSA, "Ed25519", 255);
        private static final JwtKeys THEIRS = pair(JwtAlgorithm.EdDSA, "Ed25519", 255);

        @Override
        public TokenStrategy strategy(Clock clock) {
            return of(OURS, clock);
        }

        @Override
        public TokenStrategy strangersStrategy(Clock clock) {
            return of(THEIRS, clock);
        }
    }

    private static TokenStrategy of(JwtKeys keys, Clock clock) {
        return new JwtStrategy(
                new JwtSettings(keys, JwtSettings.DEFAULT_LIFETIME, JwtSettings.DEFAULT_AUDIENCE, "https://camelot.bt"),
                clock);
    }

    private static JwtKeys pair(JwtAlgorithm algorithm, String kind, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(bits);
            byte[] pkcs8 = generator.generateKeyPair().getPrivate().getEncoded();
            String body = Base64.getMimeEncoder().encodeToString(pkcs8);
            String pem = "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
            return JwtKeys.of(algorithm, pem, List.of());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
