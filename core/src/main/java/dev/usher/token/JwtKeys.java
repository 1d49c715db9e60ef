package dev.usher.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import dev.usher.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of access tokens: one signs; it and those that signed before verify. All are of one algorithm.
 *
 * <p>Guarantees that what verifies fits what signs, and that no key is shown: not in an error, nor in {@code toString}.
 * Immutable, so that keys are changed by a new start.
 */
public final class JwtKeys {

    private static final String PURPOSE = "access-token";
    private static final String PRIVATE_KEY = "usher.jwt.private-key";
    private static final String PREVIOUS_KEYS = "usher.jwt.previous-keys";

    private final JwtAlgorithm algorithm;
    private final JwtSigner signer;
    private final JwtVerifier verifier;
    private final String publicKeys;
    private final @Nullable JwtVerifier legacy;

    private JwtKeys(
            JwtAlgorithm algorithm,
            JwtSigner signer,
            JwtVerifier verifier,
            String publicKeys,
            @Nullable JwtVerifier legacy) {
        this.algorithm = algorithm;
        this.signer = signer;
        this.verifier = verifier;
        this.publicKeys = publicKeys;
        this.legacy = legacy;
    }

    /**
     * Keys for {@link JwtAlgorithm#HS256}.
     *
     * @param secrets the keys are derived from these; the first signs, all verify
     * @throws IllegalArgumentException if there is none
     */
    public static JwtKeys of(List<Secret> secrets) {
        return derived(secrets, PURPOSE);
    }

    static JwtKeys derived(List<Secret> secrets, String purpose) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("there must be a secret to sign with");
        }
        List<MacKey> keys = secrets.stream()
                .map(secret -> MacKey.of(secret.derive(purpose)))
                .toList();
        Map<String, JWSVerifier> byId = new LinkedHashMap<>();
        keys.forEach(key -> byId.put(key.id(), key.verifier()));
        JwtVerifier verifier = new JwtVerifier(JWSAlgorithm.HS256, byId, List.copyOf(byId.values()));
        MacKey first = keys.get(0);
        JwtSigner signer = JwtSigner.of(JwtAlgorithm.HS256, first.id(), first.signer());
        return new JwtKeys(JwtAlgorithm.HS256, signer, verifier, new JWKSet().toString(), null);
    }

    /**
     * Keys for an algorithm with key pairs, so that other services can verify tokens and not make them.
     *
     * @param privateKey signs: PEM, PKCS#8, not encrypted; at least 2,048 bits of RSA, the curve P-256 or Ed25519
     * @param previousKeys verify only: PEM, each with one or more public or private keys of the same kind
     * @throws IllegalArgumentException if a key is none, or not of the algorithm's kind; the message says how to make one
     */
    public static JwtKeys of(JwtAlgorithm algorithm, String privateKey, List<String> previousKeys) {
        if (algorithm == JwtAlgorithm.HS256) {
            throw new IllegalArgumentException("HS256 has no key pairs; its keys are derived from secrets");
        }
        PemKeys pem = new PemKeys(algorithm, PRIVATE_KEY);
        PemKeys previous = new PemKeys(algorithm, PREVIOUS_KEYS);
        try {
            PublicJwk current = pem.publicKeys(privateKey).get(0);
            JwtSigner signer = JwtSigner.of(algorithm, current.id(), pem.privateKey(privateKey));
            List<PublicJwk> keys = new ArrayList<>(List.of(current));
            previousKeys.forEach(text -> keys.addAll(previous.publicKeys(text)));
            return pairs(algorithm, signer, keys);
        } catch (JOSEException | IllegalStateException | ParseException e) {
            throw algorithm.needs(PRIVATE_KEY);
        }
    }

    private static JwtKeys pairs(JwtAlgorithm algorithm, JwtSigner signer, List<PublicJwk> keys)
            throws JOSEException, ParseException {
        Map<String, PublicJwk> byId = new LinkedHashMap<>();
        keys.forEach(key -> byId.putIfAbsent(key.id(), key));
        Map<String, JWSVerifier> verifiers = new LinkedHashMap<>();
        byId.forEach((id, key) -> verifiers.put(id, key.verifier()));
        JwtVerifier verifier = new JwtVerifier(JWSAlgorithm.parse(algorithm.name()), verifiers, List.of());
        if (!verifier.verify(JWSObject.parse(signer.sign(Map.of())))) {
            throw new JOSEException("the public key does not belong to the private one");
        }
        JWKSet jwks = new JWKSet(byId.values().stream().map(PublicJwk::jwk).toList());
        return new JwtKeys(algorithm, signer, verifier, jwks.toString(true), null);
    }

    /**
     * The same keys, and one that only verifies tokens of a FastAPI Users installation.
     *
     * @param secret the text its JWT strategy signed with, of any length; not that of a key pair
     */
    public JwtKeys andLegacy(String secret) {
        if (secret.isEmpty() || secret.contains("-----BEGIN")) {
            throw new IllegalArgumentException("usher.jwt.legacy-secret must be the text that FastAPI Users signed with"
                    + " (HS256); a public key there would let everybody make tokens");
        }
        MacKey key = MacKey.of(secret.getBytes(StandardCharsets.UTF_8));
        JwtVerifier nameless = new JwtVerifier(JWSAlgorithm.HS256, Map.of(), List.of(key.verifier()));
        return new JwtKeys(algorithm, signer, verifier, publicKeys, nameless);
    }

    /** Whether others can verify with the public keys. */
    boolean arePairs() {
        return algorithm != JwtAlgorithm.HS256;
    }

    JwtSigner signer() {
        return signer;
    }

    JwtVerifier verifier() {
        return verifier;
    }

    @Nullable JwtVerifier legacy() {
        return legacy;
    }

    String publicKeys() {
        return publicKeys;
    }

    @Override
    public String toString() {
        return "JwtKeys[" + algorithm + " " + signer.header().getKeyID() + "]";
    }
}
