package dev.usher.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads the keys of one algorithm from PEM text (RFC 7468): private ones as PKCS#8, public ones as SPKI.
 *
 * <p>Every error names the configuration key and says what to do. None contains the text, nor has a cause that might.
 */
final class PemKeys {

    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int MIN_RSA_BITS = 2048;
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

    private final JwtAlgorithm algorithm;
    private final String configKey;

    PemKeys(JwtAlgorithm algorithm, String configKey) {
        this.algorithm = algorithm;
        this.configKey = configKey;
    }

    /** The one private key in the text. */
    PrivateKey privateKey(String pem) {
        List<MatchResult> blocks = blocks(pem);
        if (blocks.size() != 1 || !blocks.get(0).group(1).equals(PRIVATE)) {
            throw new IllegalArgumentException(configKey + " must hold one block of PEM, a " + PRIVATE);
        }
        return privateKey(blocks.get(0));
    }

    /** The public keys in the text, those of its private keys included. */
    List<PublicJwk> publicKeys(String pem) {
        return blocks(pem).stream().map(this::publicKey).toList();
    }

    private List<MatchResult> blocks(String pem) {
        // Where a variable cannot hold line breaks they are often written as \n.
        List<MatchResult> blocks =
                BLOCK.matcher(pem.replace("\\n", "\n")).results().toList();
        if (blocks.isEmpty()) {
            throw algorithm.needs(configKey);
        }
        blocks.forEach(block -> requireReadable(block.group(1)));
        return blocks;
    }

    private void requireReadable(String label) {
        if (!label.equals(PRIVATE) && !label.equals(PUBLIC)) {
            throw new IllegalArgumentException(configKey + " must hold a " + PRIVATE + " (PKCS#8, not encrypted), but"
                    + " holds: " + label + "; convert it with: openssl pkcs8 -topk8 -nocrypt -in key.pem -out jwt.pem");
        }
    }

    private PublicJwk publicKey(MatchResult block) {
        try {
            PublicKey key = block.group(1).equals(PRIVATE)
                    ? PublicHalf.of(privateKey(block))
                    : decoded(block, (factory, der) -> factory.generatePublic(new X509EncodedKeySpec(der)));
            return PublicJwk.of(algorithm, key);
        } catch (GeneralSecurityException | JOSEException | IllegalStateException e) {
            throw algorithm.needs(configKey);
        }
    }

    private PrivateKey privateKey(MatchResult block) {
        return decoded(block, (factory, der) -> factory.generatePrivate(new PKCS8EncodedKeySpec(der)));
    }

    private <K extends Key> K decoded(MatchResult block, Decoder<K> decoder) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(block.group(2));
            K key = decoder.decode(KeyFactory.getInstance(algorithm.family()), der);
            if (isStrong(key)) {
                return key;
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Said below, without a cause: it could show parts of the key.
        }
        throw algorithm.needs(configKey);
    }

    private static boolean isStrong(Key key) {
        if (key instanceof RSAKey rsa) {
            return rsa.getModulus().bitLength() >= MIN_RSA_BITS;
        }
        return !(key instanceof ECKey ec) || Curve.P_256.equals(Curve.forECParameterSpec(ec.getParams()));
    }

    private interface Decoder<K> {
        K decode(KeyFactory factory, byte[] der) throws GeneralSecurityException;
    }
}
