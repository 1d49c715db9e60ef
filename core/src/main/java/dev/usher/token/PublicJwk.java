package dev.usher.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/**
 * A public key as others are told of it, and as it verifies here. Its id is its thumbprint (RFC 7638), so that every
 * node calls it the same.
 */
record PublicJwk(JWK jwk, JWSVerifier verifier) {

    private static final int ED25519_BYTES = 32;

    static PublicJwk of(JwtAlgorithm algorithm, PublicKey key) throws JOSEException {
        return switch (algorithm) {
            case RS256 -> rsa((RSAPublicKey) key);
            case ES256 -> ec((ECPublicKey) key);
            case EdDSA -> ed25519(key);
            case HS256 -> throw new JOSEException("HS256 has no public key");
        };
    }

    String id() {
        return jwk.getKeyID();
    }

    private static PublicJwk rsa(RSAPublicKey key) throws JOSEException {
        RSAKey jwk = new RSAKey.Builder(key)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyIDFromThumbprint()
                .build();
        return new PublicJwk(jwk, new RSASSAVerifier(key));
    }

    private static PublicJwk ec(ECPublicKey key) throws JOSEException {
        ECKey jwk = new ECKey.Builder(Curve.P_256, key)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .keyIDFromThumbprint()
                .build();
        return new PublicJwk(jwk, new ECDSAVerifier(key));
    }

    private static PublicJwk ed25519(PublicKey key) throws JOSEException {
        byte[] encoded = key.getEncoded();
        byte[] point = Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length);
        OctetKeyPair jwk = new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(point))
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.EdDSA)
                .keyIDFromThumbprint()
                .build();
        return new PublicJwk(jwk, new Ed25519.Verifier(key));
    }
}
