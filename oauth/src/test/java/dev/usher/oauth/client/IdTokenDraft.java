package dev.usher.oauth.client;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** An ID token in the making, good until it is changed. */
final class IdTokenDraft {

    static final String SUBJECT = "mordred-the-account";

    private final Map<String, Object> claims = new LinkedHashMap<>();

    IdTokenDraft(URI issuer, String audience, String nonce) {
        with("iss", issuer.toString())
                .with("aud", audience)
                .with("nonce", nonce)
                .with("sub", SUBJECT);
        issued(Duration.ZERO).expires(Duration.ofHours(1));
        with("email", "mordred@camelot.example").with("email_verified", true);
    }

    IdTokenDraft with(String claim, Object value) {
        claims.put(claim, value);
        return this;
    }

    IdTokenDraft without(String claim) {
        claims.remove(claim);
        return this;
    }

    IdTokenDraft issued(Duration fromNow) {
        return with("iat", Date.from(Instant.now().plus(fromNow)));
    }

    IdTokenDraft expires(Duration fromNow) {
        return with("exp", Date.from(Instant.now().plus(fromNow)));
    }

    String signed() {
        return signed(Mordred.KEY);
    }

    String signed(RSAKey key) {
        return sign(header(JWSAlgorithm.RS256, key.getKeyID()), () -> new RSASSASigner(key));
    }

    String signed(ECKey key) {
        return sign(header(JWSAlgorithm.ES256, key.getKeyID()), () -> new ECDSASigner(key));
    }

    String signed(byte[] secret) {
        return sign(header(JWSAlgorithm.HS256, Mordred.KEY.getKeyID()), () -> new MACSigner(secret));
    }

    String signedWithItsOwnKey(RSAKey key) {
        return sign(header(JWSAlgorithm.RS256, key.getKeyID()).jwk(key.toPublicJWK()), () -> new RSASSASigner(key));
    }

    String unsigned() {
        return new PlainJWT(claimsSet()).serialize();
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm, String keyId) {
        return new JWSHeader.Builder(algorithm).keyID(keyId);
    }

    private String sign(JWSHeader.Builder header, Callable<JWSSigner> signer) {
        try {
            SignedJWT token = new SignedJWT(header.build(), claimsSet());
            token.sign(signer.call());
            return token.serialize();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private JWTClaimsSet claimsSet() {
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder();
        claims.forEach(builder::claim);
        return builder.build();
    }
}
