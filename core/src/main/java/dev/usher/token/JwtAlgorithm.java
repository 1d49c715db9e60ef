package dev.usher.token;

/**
 * How access tokens are signed. An application uses one; a token that names another is refused (RFC 8725 section 3.1).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518">RFC 7518 (JWA)</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8037">RFC 8037 (EdDSA)</a>
 */
public enum JwtAlgorithm {
    /** HMAC with SHA-256 under a key derived from the master secret: nobody else can verify. The default. */
    HS256("", "no key pair", ""),
    /** RSASSA-PKCS1-v1_5 with SHA-256, under at least 2,048 bits: long tokens, quick to verify, understood everywhere. */
    RS256("RSA", "an RSA key of at least 2048 bits", "RSA -pkeyopt rsa_keygen_bits:3072"),
    /** ECDSA on the curve P-256 with SHA-256: short tokens, understood almost everywhere. */
    ES256("EC", "a key of the curve P-256", "EC -pkeyopt ec_paramgen_curve:P-256"),
    /** Ed25519: short tokens, not understood by every other service yet. */
    EdDSA("Ed25519", "an Ed25519 key", "ED25519");

    private final String family;
    private final String need;
    private final String openssl;

    JwtAlgorithm(String family, String need, String openssl) {
        this.family = family;
        this.need = need;
        this.openssl = openssl;
    }

    /** What the JDK calls its keys. */
    String family() {
        return family;
    }

    /** Says of a configuration key what key it must hold, and how to make one. */
    IllegalArgumentException needs(String configKey) {
        return new IllegalArgumentException(configKey + " must hold " + need + " for " + this
                + ", as PEM text or as the path of a PEM file; make one with: openssl genpkey -algorithm " + openssl
                + " -out jwt.pem");
    }
}
