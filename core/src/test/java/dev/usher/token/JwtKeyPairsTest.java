package dev.usher.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.usher.spi.Secret;
import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Signed tokens that other services can verify: RS256, ES256, EdDSA. */
class JwtKeyPairsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final TokenGrant ARTHUR =
            new TokenGrant("arthur", 7, "arthur@camelot.bt", Set.of("verified", "superuser"), Map.of());

    private static JwtStrategy strategy(JwtAlgorithm algorithm, KeyPair pair, String... previousKeys) {
        JwtKeys keys = JwtKeys.of(algorithm, TestKeys.privatePem(pair), List.of(previousKeys));
        return new JwtStrategy(
                new JwtSettings(keys, JwtSettings.DEFAULT_LIFETIME, JwtSettings.DEFAULT_AUDIENCE, null), CLOCK);
    }

    private static JwtStrategy ours(JwtAlgorithm algorithm) {
        return strategy(algorithm, TestKeys.ours(algorithm));
    }

    private static String keyId(JwtStrategy strategy) throws Exception {
        return SignedJWT.parse(strategy.issue(ARTHUR)).getHeader().getKeyID();
    }

    private static JWTClaimsSet goodClaims() {
        return new JWTClaimsSet.Builder()
                .subject("arthur")
                .audience(JwtSettings.DEFAULT_AUDIENCE)
                .claim("ver", 7)
                .jwtID("one")
                .expirationTime(Date.from(NOON.plusSeconds(60)))
                .build();
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm, JwtStrategy strategy) throws Exception {
        return new JWSHeader.Builder(algorithm).keyID(keyId(strategy));
    }

    private static String signed(JWSHeader header, JWSSigner signer) throws Exception {
        SignedJWT jwt = new SignedJWT(header, goodClaims());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static String withSignature(String token, byte[] signature) {
        return token.substring(0, token.lastIndexOf('.') + 1)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static byte[] signatureOf(String token) {
        return Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
    }

    @Nested
    class Issue {

        @ParameterizedTest
        @EnumSource(mode = Mode.EXCLUDE, names = "HS256")
        void writesWhatOthersNeedToVerifyAndToKnowHer(JwtAlgorithm algorithm) throws Exception {
            JwtStrategy strategy = ours(algorithm);
            SignedJWT token = SignedJWT.parse(strategy.issue(ARTHUR));
            assertThat(token.getHeader().toJSONObject())
                    .containsEntry("alg", algorithm.name())
                    .containsEntry("typ", "JWT")
                    .containsOnlyKeys("alg", "typ", "kid");
            assertThat(strategy.publicKeys())
                    .contains("\"kid\":\"" + token.getHeader().getKeyID() + "\"");
            assertThat(token.getPayload().toJSONObject())
                    .containsEntry("upn", "arthur@camelot.bt")
                    .containsEntry("groups", List.of("superuser", "verified"))
                    .containsOnlyKeys("sub", "aud", "exp", "iat", "jti", "ver", "upn", "groups");
        }

        @Test
        void leavesOutAnAddressThatTheGrantDoesNotHave() throws Exception {
            SignedJWT token = SignedJWT.parse(ours(JwtAlgorithm.ES256).issue(new TokenGrant("arthur", 7)));
            assertThat(token.getPayload().toJSONObject())
                    .containsEntry("groups", List.of())
                    .doesNotContainKey("upn");
        }
    }

    @Nested
    class Read {

        @ParameterizedTest
        @EnumSource(mode = Mode.EXCLUDE, names = "HS256")
        void givesBackWhatWasIssued(JwtAlgorithm algorithm) {
            JwtStrategy strategy = ours(algorithm);
            TokenSubject.SelfContained subject = (TokenSubject.SelfContained)
                    strategy.read(strategy.issue(ARTHUR)).orElseThrow();
            assertThat(subject.userId()).isEqualTo("arthur");
            assertThat(subject.tokenVersion()).isEqualTo(7);
        }

        @ParameterizedTest
        @EnumSource(mode = Mode.EXCLUDE, names = "HS256")
        void refusesAStrangersKeyWhateverItIsCalled(JwtAlgorithm algorithm) throws Exception {
            JwtStrategy strangers = strategy(algorithm, TestKeys.strangers(algorithm));
            JWSHeader underOurName = header(JWSAlgorithm.parse(algorithm.name()), ours(algorithm))
                    .jwk(JWK.parse(firstKey(strangers)))
                    .jwkURL(URI.create("http://localhost:1/keys"))
                    .x509CertURL(URI.create("http://localhost:1/certificate"))
                    .build();
            assertThat(ours(algorithm).read(strangers.issue(ARTHUR))).isEmpty();
            assertThat(ours(algorithm).read(signed(underOurName, signer(algorithm, TestKeys.strangers(algorithm)))))
                    .isEmpty();
        }

        @ParameterizedTest
        @EnumSource(mode = Mode.EXCLUDE, names = "HS256")
        void doesNotLookAtKeysThatATokenBrings(JwtAlgorithm algorithm) throws Exception {
            JwtStrategy strangers = strategy(algorithm, TestKeys.strangers(algorithm));
            JWSHeader header = header(JWSAlgorithm.parse(algorithm.name()), ours(algorithm))
                    .jwk(JWK.parse(firstKey(strangers)))
                    .jwkURL(URI.create("http://localhost:1/keys"))
                    .build();
            assertThat(ours(algorithm).read(signed(header, signer(algorithm, TestKeys.ours(algorithm)))))
                    .isPresent();
        }

        @ParameterizedTest
        @EnumSource(mode = Mode.EXCLUDE, names = "HS256")
        void refusesATokenThatNamesNoKey(JwtAlgorithm algorithm) throws Exception {
            JWSHeader nameless = new JWSHeader(JWSAlgorithm.parse(algorithm.name()));
            assertThat(ours(algorithm).read(signed(nameless, signer(algorithm, TestKeys.ours(algorithm)))))
                    .isEmpty();
        }

        @ParameterizedTest
        @EnumSource(mode = Mode.EXCLUDE, names = "HS256")
        void refusesAMacUnderThePublicKey(JwtAlgorithm algorithm) throws Exception {
            KeyPair pair = TestKeys.ours(algorithm);
            for (byte[] key : List.of(
                    TestKeys.publicPem(pair).getBytes(US_ASCII),
                    TestKeys.publicPem(pair).strip().getBytes(US_ASCII),
                    pair.getPublic().getEncoded(),
                    firstKey(ours(algorithm)).getBytes(US_ASCII))) {
                for (JWSHeader header : List.of(
                        header(JWSAlgorithm.HS256, ours(algorithm)).build(), new JWSHeader(JWSAlgorithm.HS256))) {
                    assertThat(ours(algorithm).read(signed(header, new MACSigner(key))))
                            .isEmpty();
                }
            }
        }

        @ParameterizedTest
        @EnumSource(mode = Mode.EXCLUDE, names = "HS256")
        void refusesUnsignedTokensAndSignaturesOfAnyOtherLength(JwtAlgorithm algorithm) {
            JwtStrategy strategy = ours(algorithm);
            String token = strategy.issue(ARTHUR);
            byte[] signature = signatureOf(token);
            for (int length : List.of(0, 1, signature.length - 1, signature.length + 1, signature.length * 2)) {
                assertThat(strategy.read(withSignature(token, Arrays.copyOf(signature, length))))
                        .as("%d bytes", length)
                        .isEmpty();
            }
            assertThat(strategy.read(withSignature(token, new byte[signature.length])))
                    .isEmpty();
            for (String none : List.of("none", "None", "NONE", "")) {
                String header = "{\"alg\":\"" + none + "\"}";
                String unsigned = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8))
                        + token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1);
                assertThat(strategy.read(unsigned)).isEmpty();
                assertThat(strategy.read(withSignature(unsigned, signature))).isEmpty();
            }
        }

        @Test
        void refusesTheRightKeyUnderAnotherAlgorithm() throws Exception {
            JwtStrategy rsa = ours(JwtAlgorithm.RS256);
            JWSSigner signer = new RSASSASigner(TestKeys.RSA.getPrivate());
            for (JWSAlgorithm other :
                    List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.PS512)) {
                assertThat(rsa.read(signed(header(other, rsa).build(), signer)))
                        .as("%s", other)
                        .isEmpty();
            }
            assertThat(rsa.read(signed(header(JWSAlgorithm.RS256, rsa).build(), signer)))
                    .isPresent();
        }

        @Test
        void refusesAnotherCurveUnderOurKeysName() throws Exception {
            JwtStrategy ec = ours(JwtAlgorithm.ES256);
            KeyPair p384 = TestKeys.ec("secp384r1");
            JWSHeader header = header(JWSAlgorithm.ES384, ec).build();
            assertThat(ec.read(signed(header, new ECDSASigner((ECPrivateKey) p384.getPrivate()))))
                    .isEmpty();
        }

        @Test
        void refusesAKeyPairsTokenWhereTokensHaveAMac() {
            JwtStrategy hs256 = new JwtStrategy(
                    new JwtSettings(
                            Secret.of("the sword in the stone is mine to draw"),
                            JwtSettings.DEFAULT_LIFETIME,
                            JwtSettings.DEFAULT_AUDIENCE),
                    CLOCK);
            for (JwtAlgorithm algorithm : List.of(JwtAlgorithm.RS256, JwtAlgorithm.ES256, JwtAlgorithm.EdDSA)) {
                assertThat(hs256.read(ours(algorithm).issue(ARTHUR))).isEmpty();
                assertThat(ours(algorithm).read(hs256.issue(ARTHUR))).isEmpty();
            }
        }
    }

    /** What Wycheproof tries on ECDSA and EdDSA. */
    @Nested
    class Signatures {

        private static final BigInteger P256_ORDER =
                Curve.P_256.toECParameterSpec().getOrder();
        private static final BigInteger ED25519_ORDER =
                BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

        private final JwtStrategy ec = ours(JwtAlgorithm.ES256);
        private final String token = ec.issue(ARTHUR);
        private final byte[] signature = signatureOf(token);

        @Test
        void ofZeroOrTheOrderAreRefused() {
            BigInteger r = new BigInteger(1, Arrays.copyOf(signature, 32));
            BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
            List<BigInteger> special = List.of(
                    BigInteger.ZERO,
                    BigInteger.ONE,
                    P256_ORDER.subtract(BigInteger.ONE),
                    P256_ORDER,
                    P256_ORDER.add(BigInteger.ONE),
                    BigInteger.TWO.pow(256).subtract(BigInteger.ONE));
            for (BigInteger one : special) {
                for (BigInteger other : special) {
                    assertThat(ec.read(withSignature(token, concat(one, other))))
                            .isEmpty();
                }
                assertThat(ec.read(withSignature(token, concat(one, s)))).isEmpty();
                assertThat(ec.read(withSignature(token, concat(r, one)))).isEmpty();
            }
        }

        @Test
        void inDerAreRefused() throws Exception {
            assertThat(ec.read(withSignature(token, ECDSA.transcodeSignatureToDER(signature))))
                    .isEmpty();
        }

        @Test
        void ofEcdsaHaveATwinThatIsTheSameTokenAndEndsWithIt() {
            BigInteger r = new BigInteger(1, Arrays.copyOf(signature, 32));
            BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
            String twin = withSignature(token, concat(r, P256_ORDER.subtract(s)));
            assertThat(ec.read(twin)).isEqualTo(ec.read(token));
        }

        @Test
        void ofEdDsaHaveNoTwin() {
            JwtStrategy ed = ours(JwtAlgorithm.EdDSA);
            String original = ed.issue(ARTHUR);
            byte[] bytes = signatureOf(original);
            byte[] twin = bytes.clone();
            BigInteger s = new BigInteger(1, reversed(Arrays.copyOfRange(bytes, 32, 64)));
            byte[] more = reversed(fixed(s.add(ED25519_ORDER)));
            System.arraycopy(more, 0, twin, 32, 32);
            assertThat(ed.read(original)).isPresent();
            assertThat(ed.read(withSignature(original, twin))).isEmpty();
        }

        private static byte[] concat(BigInteger r, BigInteger s) {
            byte[] both = Arrays.copyOf(fixed(r), 64);
            System.arraycopy(fixed(s), 0, both, 32, 32);
            return both;
        }

        private static byte[] fixed(BigInteger value) {
            byte[] bytes = value.toByteArray();
            byte[] fixed = new byte[32];
            int length = Math.min(32, bytes.length);
            System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
            return fixed;
        }

        private static byte[] reversed(byte[] bytes) {
            byte[] reversed = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                reversed[i] = bytes[bytes.length - 1 - i];
            }
            return reversed;
        }
    }

    @Nested
    class Rotation {

        @ParameterizedTest
        @EnumSource(mode = Mode.EXCLUDE, names = "HS256")
        void keepsTokensOfThePreviousKeyAndSignsWithTheNewOne(JwtAlgorithm algorithm) throws Exception {
            KeyPair before = TestKeys.ours(algorithm);
            KeyPair next = TestKeys.strangers(algorithm);
            JwtStrategy old = strategy(algorithm, before);
            for (String previous : List.of(TestKeys.publicPem(before), TestKeys.privatePem(before))) {
                JwtStrategy rotated = strategy(algorithm, next, previous);
                assertThat(rotated.read(old.issue(ARTHUR))).isPresent();
                assertThat(rotated.read(rotated.issue(ARTHUR))).isPresent();
                assertThat(old.read(rotated.issue(ARTHUR))).isEmpty();
                assertThat(keyId(rotated)).isNotEqualTo(keyId(old));
            }
            assertThat(strategy(algorithm, next).read(old.issue(ARTHUR))).isEmpty();
        }

        @Test
        void letsTheNextKeyBeKnownBeforeItSigns() {
            JwtStrategy announcing =
                    strategy(JwtAlgorithm.ES256, TestKeys.P256, TestKeys.publicPem(TestKeys.STRANGERS_P256));
            JwtStrategy rotated =
                    strategy(JwtAlgorithm.ES256, TestKeys.STRANGERS_P256, TestKeys.publicPem(TestKeys.P256));
            assertThat(announcing.read(rotated.issue(ARTHUR))).isPresent();
            assertThat(rotated.read(announcing.issue(ARTHUR))).isPresent();
        }

        @Test
        void doesNotReachAcrossAlgorithms() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> strategy(JwtAlgorithm.ES256, TestKeys.P256, TestKeys.publicPem(TestKeys.RSA)));
        }
    }

    private static String firstKey(JwtStrategy strategy) throws Exception {
        return JWKSet.parse(strategy.publicKeys()).getKeys().get(0).toJSONString();
    }

    private static JWSSigner signer(JwtAlgorithm algorithm, KeyPair pair) throws Exception {
        return switch (algorithm) {
            case RS256 -> new RSASSASigner(pair.getPrivate());
            case ES256 -> new ECDSASigner((ECPrivateKey) pair.getPrivate());
            case EdDSA -> new Ed25519.Signer(pair.getPrivate());
            case HS256 -> throw new IllegalArgumentException("no key pair");
        };
    }
}
