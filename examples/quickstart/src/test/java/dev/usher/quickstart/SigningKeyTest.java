package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code usher.jwt.algorithm} and a key pair; what others need to verify tokens is at {@code /auth/jwt/jwks.json}. */
@Contract
class SigningKeyTest {

    private final Launch launch;
    private final Api hs256;

    SigningKeyTest(Launch launch, Api hs256) {
        this.launch = launch;
        this.hs256 = hs256;
    }

    @ParameterizedTest
    @CsvSource({
        "RS256, RSA,     2048, SHA256withRSA,             RSA",
        "ES256, EC,      256,  SHA256withECDSAinP1363Format, EC",
        "EdDSA, Ed25519, 255,  Ed25519,                   OKP",
    })
    void signsWhatTheOtherHalfVerifies(
            String algorithm, String family, int size, String signature, String type, @TempDir Path folder)
            throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
        generator.initialize(size);
        KeyPair keys = generator.generateKeyPair();
        Launch signing = launch.env("USHER_JWT_ALGORITHM", algorithm)
                .env("USHER_JWT_PRIVATE_KEY", pem(keys, folder).toString());
        try (QuickstartProcess process = signing.start()) {
            Api api = process.api();
            Person isolde = api.registered("Isolde");
            String token = api.token(isolde);

            assertThat(api.me(token)).is(200, isolde.json(true, false));
            assertThat(Jwt.header(token).getString("alg")).isEqualTo(algorithm);
            assertThat(verifies(signature, keys.getPublic(), token)).isTrue();
            assertPublishes(api, type, Jwt.header(token).getString("kid"));
            assertTakesNoOther(api, isolde, token);
            assertThat(api.logout(token)).isEmpty(204);
            assertThat(api.me(token)).refusesTheCaller();
        }
    }

    private static Path pem(KeyPair keys, Path folder) throws IOException {
        String text = Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
        return Files.writeString(
                folder.resolve("jwt.pem"), "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n");
    }

    private static boolean verifies(String algorithm, PublicKey key, String token) throws GeneralSecurityException {
        int end = token.lastIndexOf('.');
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(key);
        signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
    }

    /** The one public key, and nothing private. */
    private static void assertPublishes(Api api, String type, String kid) {
        Answer answer = api.get("/auth/jwt/jwks.json");
        assertThat(answer)
                .hasStatus(200)
                .has("Content-Type", "application/jwk-set+json")
                .has("Cache-Control", "public, max-age=300");
        JsonObject key = answer.json().asJsonObject().getJsonArray("keys").getJsonObject(0);
        assertThat(answer.json().asJsonObject().getJsonArray("keys")).hasSize(1);
        assertThat(key.getString("kty")).isEqualTo(type);
        assertThat(key.getString("kid")).isEqualTo(kid);
        assertThat(key).doesNotContainKeys("d", "p", "q", "k");
    }

    /** A token of the same user, service and database, but under HS256; and the other way round. */
    private void assertTakesNoOther(Api api, Person person, String token) {
        assertThat(api.me(hs256.token(person))).refusesTheCaller();
        assertThat(hs256.me(token)).refusesTheCaller();
        assertThat(api.me(Jwt.forged(token))).refusesTheCaller();
        assertThat(api.me(Jwt.unsigned(token))).refusesTheCaller();
    }

    @ParameterizedTest
    @CsvSource({"jwt, 200", "cookie, 404", "carrier-pigeon, 404"})
    void isPublishedForTokensThatAreSignedOnlyAndNeverIfItIsSecret(String backend, int status) {
        Answer answer = hs256.get("/auth/" + backend + "/jwks.json");
        if (status == 200) {
            assertThat(answer).hasStatus(200);
            assertThat(answer.body()).isEqualTo("{\"keys\":[]}");
        } else {
            assertThat(answer).refuses(404, "Not Found");
        }
    }
}
