package dev.usher.oauth.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
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
        try {
            return sign(JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String signed(byte[] secret) {
        try {
            return sign(JWSAlgorithm.HS256, Mordred.KEY.getKeyID(), new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String unsigned() {
        return new PlainJWT(claimsSet()).serialize();
    }

    private String sign(JWSAlgorithm algorithm, String keyId, JWSSigner signer) throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claimsSet());
        token.sign(signer);
        return token.serialize();
    }

    private JWTClaimsSet claimsSet() {
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder();
        claims.forEach(builder::claim);
        return builder.build();
    }
}
