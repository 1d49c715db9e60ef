package dev.usher.spi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The application's master secret. Keys are only ever derived from it, one per purpose, so that no two uses share one.
 *
 * <p>It never appears in {@code toString}, and there is no accessor for the bytes.
 */
public final class Secret {

    /** The least a secret may have, in bytes of UTF-8: the output size of SHA-256 (RFC 7518 section 3.2). */
    public static final int MIN_BYTES = 32;

    private static final byte[] SALT = "dev.usher".getBytes(StandardCharsets.US_ASCII);

    private final byte[] pseudoRandomKey;

    private Secret(byte[] material) {
        this.pseudoRandomKey = hmac(SALT, material);
    }

    /**
     * Makes a secret of text.
     *
     * @param text at least {@value #MIN_BYTES} bytes of UTF-8, from a random source
     * @throws IllegalArgumentException if it is shorter; the message does not contain it
     */
    public static Secret of(String text) {
        byte[] material = text.getBytes(StandardCharsets.UTF_8);
        if (material.length < MIN_BYTES) {
            throw new IllegalArgumentException(
                    "the secret has " + material.length + " bytes, it needs at least " + MIN_BYTES);
        }
        return new Secret(material);
    }

    /**
     * Derives the 256-bit key of one purpose: HKDF with SHA-256, one block.
     *
     * @param purpose names the use, e.g. {@code "reset"}; different purposes give unrelated keys
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869</a>
     */
    public byte[] derive(String purpose) {
        byte[] info = purpose.getBytes(StandardCharsets.UTF_8);
        byte[] block = new byte[info.length + 1];
        System.arraycopy(info, 0, block, 0, info.length);
        block[info.length] = 1;
        return hmac(pseudoRandomKey, block);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}
