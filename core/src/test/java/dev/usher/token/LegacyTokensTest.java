package dev.usher.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.usher.spi.Secret;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of a FastAPI Users installation, made here by hand as PyJWT makes them. */
class LegacyTokensTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final long END = NOON.plusSeconds(600).getEpochSecond();
    private static final Secret SECRET = Secret.of("the sword in the stone is mine to draw");
    private static final String PYTHONS = "SECRET";
    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    private static final String CLAIMS = claims("");

    private static String claims(String more) {
        return "{\"sub\":\"c0ffee00-97c4-4f4e-9b6c-3a1f0b1c6a2e\",\"aud\":[\"fastapi-users:auth\"],\"exp\":" + END
                + more + "}";
    }

    private static String token(String secret, String header, String claims) throws Exception {
        String input = base64url(header.getBytes(UTF_8)) + "." + base64url(claims.getBytes(UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return input + "." + base64url(mac.doFinal(input.getBytes(UTF_8)));
    }

    private static String token(String claims) throws Exception {
        return token(PYTHONS, HEADER, claims);
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static JwtStrategy strategy(JwtKeys keys) {
        return new JwtStrategy(
                new JwtSettings(keys, Duration.ofHours(1), JwtSettings.DEFAULT_AUDIENCE, "https://camelot.bt"), CLOCK);
    }

    private static JwtStrategy knowing(String secret) {
        return strategy(JwtKeys.of(List.of(SECRET)).andLegacy(secret));
    }

    private final JwtStrategy strategy = knowing(PYTHONS);

    @Test
    void areOfVersionZeroAndNamedByTheirDigest() throws Exception {
        String token = token(CLAIMS);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        assertThat(strategy.read(token))
                .contains(new TokenSubject.SelfContained(
                        "c0ffee00-97c4-4f4e-9b6c-3a1f0b1c6a2e",
                        0,
                        "sha256:" + HexFormat.of().formatHex(digest),
                        Instant.ofEpochSecond(END)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "SECRET",
                "thirty-one bytes, one too few..",
                "thirty-two bytes, just enough...",
                "a secret as long as one block of the hash function, 64 of bytes.",
                "a secret longer than one block of the hash function, which is hashed itself before it is used",
                "Grüße 🗡"
            })
    void areReadUnderASecretOfAnyLength(String secret) throws Exception {
        assertThat(knowing(secret).read(token(secret, HEADER, CLAIMS))).isPresent();
        assertThat(knowing(secret).read(token(secret + ".", HEADER, CLAIMS))).isEmpty();
    }

    @Test
    void areNothingWhereTheirSecretIsNotKnown() throws Exception {
        assertThat(strategy(JwtKeys.of(List.of(SECRET))).read(token(CLAIMS))).isEmpty();
    }

    @Test
    void areOfVersionZeroWhateverTheyClaim() throws Exception {
        for (String more : List.of(",\"ver\":7", ",\"ver\":7,\"jti\":\"one\"", ",\"jti\":\"one\"", ",\"ver\":\"7\"")) {
            String token = token(claims(more));
            assertThat(strategy.read(token)).hasValueSatisfying(subject -> {
                TokenSubject.SelfContained legacy = (TokenSubject.SelfContained) subject;
                assertThat(legacy.tokenVersion()).isZero();
                assertThat(legacy.tokenId()).startsWith("sha256:").hasSizeBetween(1, 255);
            });
        }
    }

    @Test
    void areRefusedUnderTheNameOfAKey() throws Exception {
        String ours = strategy.issue(new TokenGrant("arthur", 7));
        String keyId = SignedJWT.parse(ours).getHeader().getKeyID();
        for (String id : List.of(keyId, "legacy", "")) {
            String header = "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + id + "\"}";
            assertThat(strategy.read(token(PYTHONS, header, claims(",\"ver\":7,\"jti\":\"one\""))))
                    .isEmpty();
        }
    }

    @Test
    void haveOneSpelling() throws Exception {
        String token = token(CLAIMS);
        for (String other : List.of(token + "=", token + " ", token.replace(".", "=."))) {
            assertThat(strategy.read(other)).isEmpty();
        }
    }

    @Test
    void needAnEndAnAudienceOfOursAndAUser() throws Exception {
        for (String claims : List.of(
                "{\"sub\":\"a\",\"aud\":[\"fastapi-users:auth\"]}",
                "{\"sub\":\"a\",\"aud\":[\"fastapi-users:auth\"],\"exp\":null}",
                "{\"sub\":\"a\",\"aud\":[\"fastapi-users:auth\"],\"exp\":" + NOON.getEpochSecond() + "}",
                "{\"sub\":\"a\",\"aud\":[\"fastapi-users:reset\"],\"exp\":" + END + "}",
                "{\"sub\":\"a\",\"exp\":" + END + "}",
                "{\"aud\":[\"fastapi-users:auth\"],\"exp\":" + END + "}")) {
            assertThat(strategy.read(token(claims))).as(claims).isEmpty();
        }
    }

    @Test
    void areHs256Only() throws Exception {
        for (String algorithm : List.of("none", "HS384", "HS512", "RS256")) {
            String header = "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}";
            assertThat(strategy.read(token(PYTHONS, header, CLAIMS))).isEmpty();
        }
        String critical = "{\"alg\":\"HS256\",\"crit\":[\"exp\"],\"exp\":1}";
        assertThat(strategy.read(token(PYTHONS, critical, CLAIMS))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "HS256")
    void areReadBesideKeyPairsToo(JwtAlgorithm algorithm) throws Exception {
        JwtKeys pairs = JwtKeys.of(algorithm, TestKeys.privatePem(TestKeys.ours(algorithm)), List.of());
        JwtStrategy both = strategy(pairs.andLegacy(PYTHONS));
        assertThat(both.read(token(CLAIMS))).isPresent();
        assertThat(both.read(both.issue(new TokenGrant("arthur", 7)))).isPresent();
        assertThat(both.read(token(TestKeys.publicPem(TestKeys.ours(algorithm)), HEADER, CLAIMS)))
                .isEmpty();
        assertThat(strategy(pairs).read(token(CLAIMS))).isEmpty();
    }

    @Test
    void doNotChangeWhatIsIssued() {
        TokenSubject subject =
                strategy.read(strategy.issue(new TokenGrant("arthur", 7))).orElseThrow();
        assertThat(((TokenSubject.SelfContained) subject).tokenVersion()).isEqualTo(7);
        assertThat(strategy(JwtKeys.of(List.of(SECRET))).read(strategy.issue(new TokenGrant("arthur", 7))))
                .isPresent();
    }
}
