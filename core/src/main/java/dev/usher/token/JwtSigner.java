package dev.usher.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Map;

/** Signs claims under one key, which the token's header names. */
record JwtSigner(JWSHeader header, JWSSigner signer) {

    static JwtSigner of(JwtAlgorithm algorithm, String keyId, JWSSigner signer) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm.name()))
                .type(JOSEObjectType.JWT)
                .keyID(keyId)
                .build();
        return new JwtSigner(header, signer);
    }

    static JwtSigner of(JwtAlgorithm algorithm, String keyId, PrivateKey key) throws JOSEException {
        JWSSigner signer =
                switch (algorithm) {
                    case RS256 -> new RSASSASigner(key);
                    case ES256 -> new ECDSASigner((ECPrivateKey) key);
                    case EdDSA -> new Ed25519.Signer(key);
                    case HS256 -> throw new JOSEException("HS256 has no private key");
                };
        return of(algorithm, keyId, signer);
    }

    /**
     * Signs.
     *
     * @param claims JSON values by name; what must not be set by an application is refused before
     * @throws IllegalArgumentException if the token is longer than any that is read
     */
    String sign(Map<String, Object> claims) {
        JWSObject jwt = new JWSObject(header, new Payload(claims));
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("the key signed at start-up and does not any more", e);
        }
        String token = jwt.serialize();
        if (token.length() > JwtReader.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "the claims make a token of " + token.length() + " characters, more than " + JwtReader.MAX_LENGTH);
        }
        return token;
    }
}
