package dev.usher.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Base64;

/** Key pairs made once for all tests, ours and a stranger's of each kind, and their PEM. */
final class TestKeys {

    static final KeyPair RSA = rsa(2048);
    static final KeyPair STRANGERS_RSA = rsa(2048);
    static final KeyPair P256 = ec("secp256r1");
    static final KeyPair STRANGERS_P256 = ec("secp256r1");
    static final KeyPair ED25519 = generate("Ed25519", NamedParameterSpec.ED25519);
    static final KeyPair STRANGERS_ED25519 = generate("Ed25519", NamedParameterSpec.ED25519);

    private TestKeys() {}

    static KeyPair ours(JwtAlgorithm algorithm) {
        return switch (algorithm) {
            case RS256 -> RSA;
            case ES256 -> P256;
            case EdDSA -> ED25519;
            case HS256 -> throw new IllegalArgumentException("no key pair");
        };
    }

    static KeyPair strangers(JwtAlgorithm algorithm) {
        return switch (algorithm) {
            case RS256 -> STRANGERS_RSA;
            case ES256 -> STRANGERS_P256;
            case EdDSA -> STRANGERS_ED25519;
            case HS256 -> throw new IllegalArgumentException("no key pair");
        };
    }

    static KeyPair rsa(int bits) {
        return generate("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
    }

    static KeyPair ec(String curve) {
        return generate("EC", new ECGenParameterSpec(curve));
    }

    static KeyPair generate(String kind, AlgorithmParameterSpec parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(parameters);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String privatePem(KeyPair pair) {
        return pem(pair.getPrivate());
    }

    static String publicPem(KeyPair pair) {
        return pem(pair.getPublic());
    }

    static String pem(Key key) {
        String label = key instanceof PrivateKey ? "PRIVATE KEY" : "PUBLIC KEY";
        return pem(label, key.getEncoded());
    }

    static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
