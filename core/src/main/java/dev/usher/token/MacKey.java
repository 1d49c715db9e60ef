package dev.usher.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * A key of HS256.
 *
 * @param id names the key and tells nothing of it: half of a SHA-256 over 256 bits that nobody can guess
 */
record MacKey(String id, JWSSigner signer, JWSVerifier verifier) {

    private static final int BYTES = 32;
    private static final int ID_BYTES = 16;
    private static final byte[] ID_LABEL = "dev.usher key id".getBytes(StandardCharsets.US_ASCII);

    /**
     * Makes a key.
     *
     * @param key of any length: HMAC itself fills a short one up with zeros, so that filling it up here changes nothing
     *     (RFC 2104 section 2)
     */
    static MacKey of(byte[] key) {
        byte[] full = Arrays.copyOf(key, Math.max(key.length, BYTES));
        try {
            return new MacKey(id(key), new MACSigner(full), new MACVerifier(full));
        } catch (JOSEException e) {
            throw new IllegalStateException("HS256 takes every key of at least 256 bits", e);
        }
    }

    private static String id(byte[] key) {
        MessageDigest digest = Digests.sha256();
        digest.update(ID_LABEL);
        byte[] id = Arrays.copyOf(digest.digest(key), ID_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }
}
