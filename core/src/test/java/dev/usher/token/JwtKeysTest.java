package dev.usher.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.usher.spi.Secret;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class JwtKeysTest {

    private static final Secret SECRET = Secret.of("the sword in the stone is mine to draw");

    /** As "openssl genpkey -algorithm EC" writes it: with the public key, which the JDK leaves out. */
    private static final String OPENSSL = TestKeys.pem(
            "PRIVATE KEY",
            Base64.getDecoder()
                    .decode(
                            "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgBjCpWH4mGunaMDCBKxXXtViuBjXpJ0ae3uvh9JEzuRah"
                                    + "RANCAATEujW9VoHoCgmn4kuyDHX2CjkjglnVKCEPr2RVU5Yh6pP7kPGAnlfyiQVWelnwBPgEqZLADz4N110jrjWSlihd"));

    private static byte[] bytes(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }

    private static BigInteger number(String base64url) {
        return new BigInteger(1, bytes(base64url));
    }

    private static JwtKeys keys(JwtAlgorithm algorithm, String privateKey, String... previousKeys) {
        return JwtKeys.of(algorithm, privateKey, List.of(previousKeys));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> published(JwtKeys keys) throws Exception {
        Map<String, Object> set = JSONObjectUtils.parse(keys.publicKeys());
        assertThat(set).containsOnlyKeys("keys");
        return (List<Map<String, Object>>) Objects.requireNonNull(set.get("keys"));
    }

    /** The public key is computed, so it is compared with what others computed. */
    @Nested
    class PublicKeys {

        @Test
        void areThoseOfTheEllipticExampleOfRfc7515() throws Exception {
            AlgorithmParameters p256 = AlgorithmParameters.getInstance("EC");
            p256.init(new ECGenParameterSpec("secp256r1"));
            BigInteger d = number("jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI");
            ECPrivateKeySpec spec = new ECPrivateKeySpec(d, p256.getParameterSpec(ECParameterSpec.class));
            String pem = TestKeys.pem(KeyFactory.getInstance("EC").generatePrivate(spec));

            assertThat(published(keys(JwtAlgorithm.ES256, pem)).get(0))
                    .containsEntry("kty", "EC")
                    .containsEntry("crv", "P-256")
                    .containsEntry("x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU")
                    .containsEntry("y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0");
        }

        @Test
        void areThoseOfTheEdwardsExampleOfRfc8037() throws Exception {
            EdECPrivateKeySpec spec = new EdECPrivateKeySpec(
                    NamedParameterSpec.ED25519, bytes("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"));
            String pem = TestKeys.pem(KeyFactory.getInstance("Ed25519").generatePrivate(spec));

            assertThat(published(keys(JwtAlgorithm.EdDSA, pem)).get(0))
                    .containsEntry("kty", "OKP")
                    .containsEntry("crv", "Ed25519")
                    .containsEntry("x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
                    .containsEntry("kid", "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        }

        @Test
        void areNamedByTheThumbprintOfRfc7638() throws Exception {
            RSAPublicKeySpec spec = new RSAPublicKeySpec(
                    number(
                            "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKR"
                                    + "XjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicA"
                                    + "taSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3X"
                                    + "PksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"),
                    BigInteger.valueOf(65537));
            String previous = TestKeys.pem(KeyFactory.getInstance("RSA").generatePublic(spec));

            assertThat(published(keys(JwtAlgorithm.RS256, TestKeys.privatePem(TestKeys.RSA), previous))
                            .get(1))
                    .containsEntry("kid", "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
        }

        @RepeatedTest(10)
        void belongToTheirPrivateOnes() throws Exception {
            KeyPair p256 = TestKeys.ec("secp256r1");
            KeyPair ed25519 = TestKeys.generate("Ed25519", NamedParameterSpec.ED25519);
            assertThat(PublicHalf.of(p256.getPrivate())).isEqualTo(p256.getPublic());
            assertThat(PublicHalf.of(ed25519.getPrivate())).isEqualTo(ed25519.getPublic());
        }

        @Test
        void areThoseThatOpensslComputes() throws Exception {
            assertThat(published(keys(JwtAlgorithm.ES256, OPENSSL)).get(0))
                    .containsEntry("x", "xLo1vVaB6AoJp-JLsgx19go5I4JZ1SghD69kVVOWIeo")
                    .containsEntry("y", "k_uQ8YCeV_KJBVZ6WfAE-ASpksAPPg3XXSOuNZKWKF0");
        }

        @Test
        void areAsRfc7517WritesThemAndNoMore() throws Exception {
            assertThat(published(keys(JwtAlgorithm.RS256, TestKeys.privatePem(TestKeys.RSA)))
                            .get(0))
                    .containsEntry("use", "sig")
                    .containsEntry("alg", "RS256")
                    .containsOnlyKeys("kty", "use", "alg", "kid", "n", "e");
            assertThat(published(keys(JwtAlgorithm.ES256, TestKeys.privatePem(TestKeys.P256)))
                            .get(0))
                    .containsEntry("use", "sig")
                    .containsEntry("alg", "ES256")
                    .containsOnlyKeys("kty", "use", "alg", "kid", "crv", "x", "y");
            assertThat(published(keys(JwtAlgorithm.EdDSA, TestKeys.privatePem(TestKeys.ED25519)))
                            .get(0))
                    .containsEntry("use", "sig")
                    .containsEntry("alg", "EdDSA")
                    .containsOnlyKeys("kty", "use", "alg", "kid", "crv", "x");
        }

        @Test
        void areNoneForHs256() throws Exception {
            assertThat(published(JwtKeys.of(List.of(SECRET)))).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(mode = Mode.EXCLUDE, names = "HS256")
        void ofPreviousKeysFollowEachOnceAndWithoutPrivateMembers(JwtAlgorithm algorithm) throws Exception {
            String ours = TestKeys.privatePem(TestKeys.ours(algorithm));
            String before = TestKeys.privatePem(TestKeys.strangers(algorithm));
            String beforeInPublic = TestKeys.publicPem(TestKeys.strangers(algorithm));

            List<Map<String, Object>> all = published(keys(algorithm, ours, before + ours, beforeInPublic));

            assertThat(all).hasSize(2).noneMatch(key -> key.containsKey("d") || key.containsKey("p"));
            assertThat(all.get(0)).isEqualTo(published(keys(algorithm, ours)).get(0));
            assertThat(all.get(1)).isEqualTo(published(keys(algorithm, before)).get(0));
        }
    }

    @Nested
    class Of {

        @ParameterizedTest
        @EnumSource(mode = Mode.EXCLUDE, names = "HS256")
        void refusesKeysOfAnotherKind(JwtAlgorithm algorithm) {
            for (KeyPair other : List.of(
                    algorithm == JwtAlgorithm.RS256 ? TestKeys.P256 : TestKeys.RSA,
                    algorithm == JwtAlgorithm.EdDSA ? TestKeys.P256 : TestKeys.ED25519,
                    TestKeys.generate("X25519", NamedParameterSpec.X25519),
                    TestKeys.generate("Ed448", NamedParameterSpec.ED448))) {
                refusesAsPrivateAndAsPreviousKey(algorithm, other);
            }
        }

        @Test
        void refusesAnotherCurve() {
            refusesAsPrivateAndAsPreviousKey(JwtAlgorithm.ES256, TestKeys.ec("secp384r1"));
            refusesAsPrivateAndAsPreviousKey(JwtAlgorithm.ES256, TestKeys.ec("secp521r1"));
        }

        @Test
        void refusesAShortRsaKey() {
            refusesAsPrivateAndAsPreviousKey(JwtAlgorithm.RS256, TestKeys.rsa(1024));
        }

        private static void refusesAsPrivateAndAsPreviousKey(JwtAlgorithm algorithm, KeyPair pair) {
            String ours = TestKeys.privatePem(TestKeys.ours(algorithm));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> keys(algorithm, TestKeys.privatePem(pair)))
                    .withMessageStartingWith("usher.jwt.private-key must hold ")
                    .withMessageContaining(algorithm.name())
                    .withMessageContaining("openssl genpkey")
                    .withNoCause();
            for (String previous : List.of(TestKeys.privatePem(pair), TestKeys.publicPem(pair))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> keys(algorithm, ours, previous))
                        .withMessageStartingWith("usher.jwt.previous-keys must hold ")
                        .withNoCause();
            }
        }

        @Test
        void refusesAPointThatIsNotOnTheCurve() {
            byte[] der = TestKeys.P256.getPublic().getEncoded();
            der[der.length - 1] ^= 1;
            String ours = TestKeys.privatePem(TestKeys.P256);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> keys(JwtAlgorithm.ES256, ours, TestKeys.pem("PUBLIC KEY", der)))
                    .withMessageStartingWith("usher.jwt.previous-keys must hold ")
                    .withNoCause();
        }

        @ParameterizedTest
        @ValueSource(strings = {"RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "CERTIFICATE"})
        void saysHowToConvertOtherForms(String label) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> keys(JwtAlgorithm.ES256, TestKeys.pem(label, new byte[40])))
                    .withMessageContaining(label)
                    .withMessageContaining("openssl pkcs8 -topk8 -nocrypt")
                    .withMessageStartingWith("usher.jwt.private-key");
        }

        @Test
        void wantsOnePrivateKeyToSignWith() {
            String one = TestKeys.privatePem(TestKeys.P256);
            for (String text : List.of(TestKeys.publicPem(TestKeys.P256), one + one)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> keys(JwtAlgorithm.ES256, text))
                        .withMessage("usher.jwt.private-key must hold one block of PEM, a PRIVATE KEY");
            }
        }

        @Test
        void refusesAKeyWhosePartsDoNotMatch() throws Exception {
            RSAPrivateCrtKey good = (RSAPrivateCrtKey) TestKeys.RSA.getPrivate();
            RSAPrivateCrtKeySpec bad = new RSAPrivateCrtKeySpec(
                    good.getModulus(),
                    good.getPublicExponent(),
                    good.getPrivateExponent(),
                    good.getPrimeP(),
                    good.getPrimeQ(),
                    good.getPrimeExponentP().add(BigInteger.TWO),
                    good.getPrimeExponentQ(),
                    good.getCrtCoefficient());
            String pem = TestKeys.pem(KeyFactory.getInstance("RSA").generatePrivate(bad));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> keys(JwtAlgorithm.RS256, pem))
                    .withMessageStartingWith("usher.jwt.private-key")
                    .withNoCause();
        }

        @Test
        void readsLineBreaksThatAVariableCouldNotHold() {
            String pem = TestKeys.privatePem(TestKeys.P256);
            assertThat(keys(JwtAlgorithm.ES256, pem.replace("\n", "\\n")).publicKeys())
                    .isEqualTo(keys(JwtAlgorithm.ES256, pem).publicKeys());
            assertThat(keys(JwtAlgorithm.ES256, pem.replace("\n", "\r\n")).publicKeys())
                    .isEqualTo(keys(JwtAlgorithm.ES256, pem).publicKeys());
        }

        @Test
        void wantsASecretForHs256() {
            assertThatIllegalArgumentException().isThrownBy(() -> JwtKeys.of(List.of()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> keys(JwtAlgorithm.HS256, TestKeys.privatePem(TestKeys.RSA)))
                    .withMessageContaining("secret");
        }
    }

    @Nested
    class AndLegacy {

        @Test
        void refusesAPublicKeyThatEverybodyHas() {
            JwtKeys keys = JwtKeys.of(List.of(SECRET));
            for (String secret : List.of("", TestKeys.publicPem(TestKeys.RSA))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> keys.andLegacy(secret))
                        .withMessageContaining("usher.jwt.legacy-secret");
            }
        }
    }

    @Nested
    class Print {

        @Test
        void showsTheAlgorithmAndTheIdOnly() throws Exception {
            JwtKeys keys = keys(JwtAlgorithm.ES256, OPENSSL);
            assertThat(keys)
                    .hasToString("JwtKeys[ES256 " + published(keys).get(0).get("kid") + "]");
        }
    }
}
