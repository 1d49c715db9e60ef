package dev.usher.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.usher.spi.Secret;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtStrategyTest {

    private static final TokenGrant ARTHUR = new TokenGrant("arthur", 7);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Secret SECRET = Secret.of("the sword in the stone is mine to draw");
    private static final Secret NEXT = Secret.of("the sword that the lady of the lake gave me");
    private static final JwtSettings SETTINGS =
            new JwtSettings(SECRET, Duration.ofHours(1), JwtSettings.DEFAULT_AUDIENCE);

    private final JwtStrategy strategy = at(NOON);

    private static JwtStrategy at(Instant now) {
        return new JwtStrategy(SETTINGS, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static JwtStrategy under(Secret... secrets) {
        return of(JwtKeys.of(List.of(secrets)), null);
    }

    private static JwtStrategy of(JwtKeys keys, @Nullable String issuer) {
        return new JwtStrategy(
                new JwtSettings(keys, Duration.ofHours(1), JwtSettings.DEFAULT_AUDIENCE, issuer),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static JWSHeader headerOf(String token) throws Exception {
        return SignedJWT.parse(token).getHeader();
    }

    private static JWTClaimsSet.Builder goodClaims() {
        return new JWTClaimsSet.Builder()
                .subject("arthur")
                .audience(JwtSettings.DEFAULT_AUDIENCE)
                .claim("ver", 7)
                .jwtID("one")
                .issueTime(Date.from(NOON))
                .expirationTime(Date.from(NOON.plusSeconds(60)));
    }

    /** Signs with the strategy's own key, so that nothing but the claims or the header is wrong. */
    private static String signed(JWSAlgorithm algorithm, byte[] key, JWTClaimsSet claims) throws Exception {
        SignedJWT jwt = new SignedJWT(new JWSHeader(algorithm), claims);
        jwt.sign(new MACSigner(key));
        return jwt.serialize();
    }

    private static String signed(JWTClaimsSet.Builder claims) throws Exception {
        return signed(JWSAlgorithm.HS256, SECRET.derive("access-token"), claims.build());
    }

    @Nested
    class Issue {

        @Test
        void writesTheClaimsOfTheContract() throws Exception {
            Map<String, Object> claims =
                    SignedJWT.parse(strategy.issue(ARTHUR)).getPayload().toJSONObject();
            assertThat(claims)
                    .containsEntry("sub", "arthur")
                    .containsEntry("aud", List.of("fastapi-users:auth"))
                    .containsEntry("exp", NOON.plusSeconds(3600).getEpochSecond())
                    .containsEntry("iat", NOON.getEpochSecond())
                    .containsEntry("ver", 7L)
                    .containsOnlyKeys("sub", "aud", "exp", "iat", "jti", "ver");
        }

        @Test
        void saysNothingOfHerAddressAndRolesWhereNobodyElseCanVerify() throws Exception {
            TokenGrant grant = new TokenGrant("arthur", 7, "arthur@camelot.bt", Set.of("superuser"), Map.of());
            assertThat(SignedJWT.parse(strategy.issue(grant)).getPayload().toJSONObject())
                    .containsOnlyKeys("sub", "aud", "exp", "iat", "jti", "ver");
        }

        @Test
        void namesTheKeyByAnIdThatIsNotTheKey() throws Exception {
            String id = headerOf(strategy.issue(ARTHUR)).getKeyID();
            assertThat(headerOf(under(SECRET).issue(ARTHUR)).getKeyID()).isEqualTo(id);
            assertThat(headerOf(under(NEXT).issue(ARTHUR)).getKeyID()).isNotEqualTo(id);
            assertThat(Base64.getUrlDecoder().decode(id)).hasSize(16);
            assertThat(Base64URL.encode(SECRET.derive("access-token")).toString())
                    .doesNotContain(id);
        }

        @Test
        void refusesATokenThatNobodyWouldRead() {
            TokenGrant grant = grantWith("story", "once upon a time ".repeat(300));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> strategy.issue(grant))
                    .withMessageContaining("4096");
        }

        @Test
        void refusesAnEndlessLifetime() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new JwtSettings(SECRET, Duration.ZERO, JwtSettings.DEFAULT_AUDIENCE))
                    .withMessageContaining("usher.jwt.lifetime");
        }
    }

    private static TokenGrant grantWith(String claim, Object value) {
        return new TokenGrant("arthur", 7, "arthur@camelot.bt", Set.of(), Map.of(claim, value));
    }

    @Nested
    class OfTheApplication {

        @Test
        void claimsStandInTheTokenAsJson() throws Exception {
            Map<String, Object> own = Map.of(
                    "tenant", "camelot",
                    "seats", List.of(1, 2.5, true, "Läncelot ♞"),
                    "limits", Map.of("horses", new BigInteger("12345678901234567890"), "none", List.of()),
                    "permissions", Set.of("read"),
                    "preferred_username", "arthur");
            String token = strategy.issue(new TokenGrant("arthur", 7, "arthur@camelot.bt", Set.of(), own));
            assertThat(strategy.read(token)).isPresent();
            assertThat(SignedJWT.parse(token).getPayload().toJSONObject())
                    .containsEntry("tenant", "camelot")
                    .containsEntry("seats", List.of(1L, 2.5, true, "Läncelot ♞"))
                    .containsEntry("permissions", List.of("read"))
                    .containsKeys("sub", "aud", "exp", "iat", "jti", "ver", "limits", "preferred_username");
        }

        @ParameterizedTest
        @ValueSource(strings = {"iss", "sub", "aud", "exp", "nbf", "iat", "jti", "ver", "upn", "groups", "nonce"})
        void claimsCannotBeOnesThatDecide(String claim) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> strategy.issue(grantWith(claim, "merlin")))
                    .withMessage("the claim " + claim + " cannot be set by an application");
        }

        @Test
        void claimsAreJson() {
            List<Object> endless = new ArrayList<>();
            endless.add(endless);
            for (Object value : List.of(
                    NOON,
                    new Object(),
                    'c',
                    Double.NaN,
                    Float.POSITIVE_INFINITY,
                    new int[1],
                    "\ud800",
                    List.of(NOON),
                    Map.of("when", NOON),
                    Map.of(1, "one"),
                    Map.of("\udc00", 1),
                    endless)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> strategy.issue(grantWith("own", value)))
                        .withMessageStartingWith("the claim own is no JSON");
            }
        }
    }

    @Nested
    class Issuer {

        private static final String CAMELOT = "https://camelot.bt";

        private final JwtStrategy camelot = of(JwtKeys.of(List.of(SECRET)), CAMELOT);

        @Test
        void isWrittenWhereItIsSet() throws Exception {
            String token = camelot.issue(ARTHUR);
            assertThat(SignedJWT.parse(token).getJWTClaimsSet().getIssuer()).isEqualTo(CAMELOT);
            assertThat(camelot.read(token)).isPresent();
        }

        @Test
        void isAskedForWhereItIsSet() throws Exception {
            assertThat(camelot.read(signed(goodClaims().issuer(CAMELOT)))).isPresent();
            assertThat(camelot.read(signed(goodClaims().issuer(CAMELOT + "/")))).isEmpty();
            assertThat(camelot.read(signed(goodClaims().claim("iss", List.of(CAMELOT)))))
                    .isEmpty();
            assertThat(camelot.read(strategy.issue(ARTHUR))).as("without one").isEmpty();
        }

        @Test
        void isNobodysBusinessWhereItIsNot() {
            assertThat(strategy.read(camelot.issue(ARTHUR))).isPresent();
        }

        @Test
        void isNotBlank() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of(JwtKeys.of(List.of(SECRET)), " "))
                    .withMessageContaining("usher.jwt.issuer");
        }
    }

    @Nested
    class Rotation {

        @Test
        void keepsTokensOfThePreviousSecretsAndSignsWithTheFirst() {
            JwtStrategy rotated = under(NEXT, SECRET);
            assertThat(rotated.read(strategy.issue(ARTHUR))).isPresent();
            assertThat(rotated.read(rotated.issue(ARTHUR))).isPresent();
            assertThat(under(NEXT).read(rotated.issue(ARTHUR))).isPresent();
            assertThat(strategy.read(rotated.issue(ARTHUR))).isEmpty();
            assertThat(under(NEXT).read(strategy.issue(ARTHUR))).isEmpty();
        }

        @Test
        void keepsTokensThatNameNoKeyBecauseTheyAreOlder() throws Exception {
            assertThat(under(NEXT, SECRET).read(signed(goodClaims()))).isPresent();
            assertThat(under(NEXT).read(signed(goodClaims()))).isEmpty();
        }

        @Test
        void letsTheNextSecretBeKnownBeforeItSigns() {
            assertThat(under(SECRET, NEXT).read(under(NEXT, SECRET).issue(ARTHUR)))
                    .isPresent();
        }

        @Test
        void bearsWithASecretThatIsListedTwice() {
            assertThat(under(SECRET, SECRET).read(strategy.issue(ARTHUR))).isPresent();
        }

        @Test
        void refusesATokenUnderAnotherKeysName() throws Exception {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .keyID(headerOf(under(NEXT).issue(ARTHUR)).getKeyID())
                    .build();
            SignedJWT jwt = new SignedJWT(header, goodClaims().build());
            jwt.sign(new MACSigner(SECRET.derive("access-token")));
            assertThat(under(SECRET, NEXT).read(jwt.serialize())).isEmpty();
        }
    }

    @Nested
    class Read {

        @Test
        void refusesATokenBeforeItsTime() throws Exception {
            assertThat(strategy.read(signed(goodClaims().notBeforeTime(Date.from(NOON)))))
                    .isPresent();
            assertThat(strategy.read(signed(goodClaims().notBeforeTime(Date.from(NOON.plusSeconds(1))))))
                    .isEmpty();
        }

        @Test
        void givesBackWhatWasIssued() {
            TokenSubject.SelfContained subject = (TokenSubject.SelfContained)
                    strategy.read(strategy.issue(ARTHUR)).orElseThrow();
            assertThat(subject.userId()).isEqualTo("arthur");
            assertThat(subject.tokenVersion()).isEqualTo(7);
            assertThat(subject.tokenId()).isNotBlank();
            assertThat(subject.expiresAt()).isEqualTo(NOON.plusSeconds(3600));
        }

        @Test
        void acceptsHandMadeTokensOnlyWhileAllIsRight() throws Exception {
            assertThat(strategy.read(signed(goodClaims()))).isPresent();
        }

        @Test
        void endsAtTheSecondOfExpiry() {
            String token = strategy.issue(ARTHUR);
            assertThat(at(NOON.plusSeconds(3599)).read(token)).isPresent();
            assertThat(at(NOON.plusSeconds(3600)).read(token)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"sub", "aud", "exp", "jti", "ver"})
        void refusesATokenWithoutAClaim(String claim) throws Exception {
            assertThat(strategy.read(signed(goodClaims().claim(claim, null)))).isEmpty();
        }

        @Test
        void refusesClaimsOfTheWrongTypeOrRange() throws Exception {
            assertThat(strategy.read(signed(goodClaims().claim("ver", "7")))).isEmpty();
            assertThat(strategy.read(signed(goodClaims().claim("ver", -1)))).isEmpty();
            assertThat(strategy.read(signed(goodClaims().claim("ver", (1L << 32) + 7))))
                    .isEmpty();
            assertThat(strategy.read(signed(goodClaims().claim("jti", List.of("one")))))
                    .isEmpty();
            assertThat(strategy.read(signed(goodClaims().claim("exp", "tomorrow"))))
                    .isEmpty();
        }

        @Test
        void refusesAnotherAudience() throws Exception {
            assertThat(strategy.read(signed(goodClaims().audience("fastapi-users:reset"))))
                    .isEmpty();
        }

        @Test
        void refusesAnotherKey() throws Exception {
            byte[] resetKey = SECRET.derive("fastapi-users:reset");
            assertThat(strategy.read(
                            signed(JWSAlgorithm.HS256, resetKey, goodClaims().build())))
                    .isEmpty();
        }

        @Test
        void refusesAnotherAlgorithmUnderTheRightKey() throws Exception {
            byte[] key = new byte[64];
            System.arraycopy(SECRET.derive("access-token"), 0, key, 0, 32);
            assertThat(strategy.read(
                            signed(JWSAlgorithm.HS512, key, goodClaims().build())))
                    .isEmpty();
            assertThat(strategy.read(
                            signed(JWSAlgorithm.HS384, key, goodClaims().build())))
                    .isEmpty();
        }

        @Test
        void refusesAnUnsignedToken() {
            String payload = strategy.issue(ARTHUR).split("\\.")[1];
            String header = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString("{\"alg\":\"none\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(strategy.read(header + "." + payload + ".")).isEmpty();
        }

        @Test
        void refusesAHeaderThatAsksForMoreThanWeUnderstand() throws Exception {
            JWSHeader critical = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .type(JOSEObjectType.JWT)
                    .criticalParams(Set.of("b64x"))
                    .customParam("b64x", true)
                    .build();
            SignedJWT jwt = new SignedJWT(critical, goodClaims().build());
            jwt.sign(new MACSigner(SECRET.derive("access-token")));
            assertThat(strategy.read(jwt.serialize())).isEmpty();
        }

        @Test
        void knowsOneSpellingOfAToken() {
            String token = strategy.issue(ARTHUR);
            char last = token.charAt(token.length() - 1);
            String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
            String sameBytes = token.substring(0, token.length() - 1) + alphabet.charAt(alphabet.indexOf(last) + 1);
            assertThat(strategy.read(sameBytes)).isEmpty();
            for (String other :
                    List.of(token + "=", token + " ", " " + token, token + "\n", token.replace(".", ". "))) {
                assertThat(strategy.read(other)).as(other).isEmpty();
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    ".",
                    "..",
                    "...",
                    "a.b.c",
                    "bnVsbA.e30.AA",
                    "é.é.é",
                    "\0.\0.\0",
                    "e30.e30.e30",
                    "eyJhbGciOiJIUzI1NiJ9.."
                })
        void refusesGarbage(String garbage) {
            assertThat(strategy.read(garbage)).isEmpty();
            assertThat(strategy.read(garbage.repeat(10_000))).isEmpty();
        }
    }
}
