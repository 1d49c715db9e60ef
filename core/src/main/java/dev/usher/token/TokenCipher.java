package dev.usher.token;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import dev.usher.spi.Secret;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/**
 * Makes the tokens of other services unreadable for whoever sees the database only: AES-256-GCM in the compact form of
 * JWE, under a key derived for this use. Encrypting one token twice gives two texts. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7516">RFC 7516 (JWE)</a>
 */
public final class TokenCipher {

    private static final String PURPOSE = "provider-token";
    private static final JWEHeader HEADER = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);

    private final List<byte[]> keys;

    /** @param secrets the keys are derived from these; the first encrypts, all decrypt */
    public TokenCipher(List<Secret> secrets) {
        this.keys = secrets.stream().map(secret -> secret.derive(PURPOSE)).toList();
    }

    /** Encrypts a token; the result is about a third longer, and ASCII. */
    public String encrypt(String token) {
        JWEObject encrypted = new JWEObject(HEADER, new Payload(token));
        try {
            encrypted.encrypt(new DirectEncrypter(keys.get(0)));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java runtime has AES-256-GCM", e);
        }
        return encrypted.serialize();
    }

    /**
     * Decrypts a token.
     *
     * @return empty if it was not encrypted here, was changed since, or the secret is not known any more
     */
    public Optional<String> decrypt(String encrypted) {
        return keys.stream().flatMap(key -> decrypt(encrypted, key).stream()).findFirst();
    }

    private static Optional<String> decrypt(String encrypted, byte[] key) {
        try {
            JWEObject token = JWEObject.parse(encrypted);
            token.decrypt(new DirectDecrypter(key));
            return Optional.of(token.getPayload().toString());
        } catch (ParseException | JOSEException | RuntimeException e) {
            return Optional.empty(); // some headers that are none end Nimbus with a NullPointerException
        }
    }
}
