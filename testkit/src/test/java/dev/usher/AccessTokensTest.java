package dev.usher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.usher.password.Passwords;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.InMemoryAccessTokens;
import dev.usher.testkit.InMemoryRevokedTokens;
import dev.usher.testkit.InMemoryTransactions;
import dev.usher.testkit.InMemoryUserDatabase;
import dev.usher.testkit.Knight;
import dev.usher.testkit.MutableClock;
import dev.usher.testkit.RecordingUserEvents;
import dev.usher.token.JwtStrategy;
import dev.usher.token.OpaqueStrategy;
import dev.usher.token.TokenStrategy;
import dev.usher.token.TokenSubject;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is true of access tokens of either kind, and what is not. */
class AccessTokensTest {

    private final MutableClock clock = MutableClock.at(Camelot.FOUNDED);
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryUserDatabase<Knight, UUID> users = Knight.users(transactions);
    private final UsherConfig config =
            UsherConfig.from(Map.of("usher.secret", "the sword in the stone is mine to draw"));
    private final UserServices services = new UserServices(
            config, Passwords.of(config.passwords(), config.secret()), transactions, new RecordingUserEvents(), clock);
    private final AccessTokens<Knight, UUID> tokens = new AccessTokens<>(
            users,
            services,
            new InMemoryRevokedTokens<>(transactions, users),
            new InMemoryAccessTokens<>(transactions, users));

    @BeforeEach
    void everybodyIsHere() {
        Camelot.insertAll(users, password -> "$fake$");
    }

    private Knight stored(Camelot person) {
        return users.findByEmail(person.email()).orElseThrow();
    }

    abstract class OfEveryKind {

        abstract TokenStrategy strategy();

        private TokenSubject tokenOf(Camelot person) {
            return strategy()
                    .read(tokens.issue(stored(person), strategy(), Map.of()))
                    .orElseThrow();
        }

        @Test
        void findTheirUser() {
            assertThat(tokens.findUser(tokenOf(Camelot.ARTHUR)))
                    .map(Knight::id)
                    .contains(stored(Camelot.ARTHUR).id());
        }

        @Test
        void findAnInactiveUserToo() {
            assertThat(tokens.findUser(tokenOf(Camelot.PERCIVAL))).isPresent();
        }

        @Test
        void endOneByOneWhenRevoked() {
            TokenSubject one = tokenOf(Camelot.ARTHUR);
            TokenSubject two = tokenOf(Camelot.ARTHUR);
            tokens.revoke(one);
            tokens.revoke(one);
            assertThat(tokens.findUser(one)).isEmpty();
            assertThat(tokens.findUser(two)).isPresent();
        }

        @Test
        void endAllAtOnceWhenTheTokenVersionMovesOn() {
            TokenSubject token = tokenOf(Camelot.ARTHUR);
            Knight arthur = stored(Camelot.ARTHUR);
            arthur.tokenVersion(arthur.tokenVersion() + 1);
            users.update(arthur);
            assertThat(tokens.findUser(token)).isEmpty();
        }

        @Test
        void areNothingWithoutTheirUser() {
            TokenSubject token = tokenOf(Camelot.ARTHUR);
            users.delete(stored(Camelot.ARTHUR).id());
            assertThat(tokens.findUser(token)).isEmpty();
        }

        @Test
        void canBeKept() {
            tokens.require(strategy());
            AccessTokens<Knight, UUID> nowhere = new AccessTokens<>(users, services, null, null);
            assertThatIllegalStateException()
                    .isThrownBy(() -> nowhere.require(strategy()))
                    .withMessageContaining("Database");
        }
    }

    @Nested
    class SelfContained extends OfEveryKind {

        private final JwtStrategy jwt = new JwtStrategy(config.jwt(), clock);

        @Override
        TokenStrategy strategy() {
            return jwt;
        }

        @Test
        void areNothingWithAnIdThatIsNone() {
            assertThat(tokens.findUser(new TokenSubject.SelfContained("no id", 7, "x", clock.instant())))
                    .isEmpty();
        }

        @Test
        void areForgottenOnceTheyHaveExpiredAnyway() {
            tokens.revoke(jwt.read(tokens.issue(stored(Camelot.ARTHUR), jwt, Map.of()))
                    .orElseThrow());
            assertThat(tokens.purgeExpired()).isZero();
            clock.advance(jwt.lifetime());
            assertThat(tokens.purgeExpired()).isEqualTo(1);
        }
    }

    /** Tokens of a FastAPI Users installation whose users were adopted. */
    @Nested
    class Legacy {

        private static final String SECRET = "SECRET";

        private final JwtStrategy jwt = new JwtStrategy(
                UsherConfig.from(Map.of(
                                "usher.secret",
                                "the sword in the stone is mine to draw",
                                "usher.jwt.legacy-secret",
                                SECRET))
                        .jwt(),
                clock);

        private TokenSubject tokenOf(Camelot person) {
            return jwt.read(pythonsToken(String.valueOf(stored(person).id()))).orElseThrow();
        }

        private String pythonsToken(String userId) {
            long end = clock.instant().plusSeconds(600).getEpochSecond();
            String input = base64url("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(UTF_8)) + "."
                    + base64url(("{\"sub\":\"" + userId + "\",\"aud\":[\"fastapi-users:auth\"],\"exp\":" + end + "}")
                            .getBytes(UTF_8));
            return input + "." + base64url(hmac(input));
        }

        private static byte[] hmac(String input) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
                return mac.doFinal(input.getBytes(UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String base64url(byte[] bytes) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }

        private void adopted(Camelot person) {
            Knight knight = stored(person);
            knight.tokenVersion(0);
            users.update(knight);
        }

        @Test
        void findAnAdoptedUserOnly() {
            assertThat(tokens.findUser(tokenOf(Camelot.ARTHUR)))
                    .as("whose row is new")
                    .isEmpty();
            adopted(Camelot.ARTHUR);
            assertThat(tokens.findUser(tokenOf(Camelot.ARTHUR))).isPresent();
        }

        @Test
        void endWhenRevoked() {
            adopted(Camelot.ARTHUR);
            tokens.revoke(tokenOf(Camelot.ARTHUR));
            assertThat(tokens.findUser(tokenOf(Camelot.ARTHUR))).isEmpty();
        }

        @Test
        void endWhenThePasswordChanges() {
            adopted(Camelot.ARTHUR);
            Knight arthur = stored(Camelot.ARTHUR);
            arthur.tokenVersion(1);
            users.update(arthur);
            assertThat(tokens.findUser(tokenOf(Camelot.ARTHUR))).isEmpty();
        }
    }

    @Nested
    class References extends OfEveryKind {

        private final OpaqueStrategy opaque = new OpaqueStrategy(Duration.ofDays(1));

        @Override
        TokenStrategy strategy() {
            return opaque;
        }

        @Test
        void endWithTheirLifetime() {
            TokenSubject token = opaque.read(tokens.issue(stored(Camelot.ARTHUR), opaque, Map.of()))
                    .orElseThrow();
            clock.advance(opaque.lifetime().minusMillis(1));
            assertThat(tokens.findUser(token)).isPresent();
            clock.advance(Duration.ofMillis(1));
            assertThat(tokens.findUser(token)).isEmpty();
            assertThat(tokens.purgeExpired()).isEqualTo(1);
        }
    }
}
