package dev.usher.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimNames;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Signs claims and checks signed claims: HS256 under one key, for one set of audiences, nothing else.
 *
 * <p>What {@link #read} accepts was signed here, is not expired and is meant for us. The algorithm is pinned: the
 * token's own header can only agree with it (RFC 8725 section 3.1).
 */
final class JwtCodec {

    /** The private claim that holds the user's token version: a whole number, not negative. */
    static final String VERSION = "ver";

    private static final int MAX_LENGTH = 4096;
    private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);

    private final JWSSigner signer;
    private final JWSVerifier verifier;
    private final List<String> audience;
    private final Clock clock;

    JwtCodec(byte[] key, List<String> audience, Clock clock) {
        try {
            this.signer = new MACSigner(key);
            this.verifier = new MACVerifier(key);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("HS256 needs a key of at least 256 bits", e);
        }
        this.audience = audience;
        this.clock = clock;
    }

    /** Signs claims. The audience is set here, always as a list, where Nimbus would write one name as text. */
    String sign(JWTClaimsSet claims) {
        Map<String, Object> json = claims.toJSONObject();
        json.put(JWTClaimNames.AUDIENCE, audience);
        JWSObject jwt = new JWSObject(HEADER, new Payload(json));
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("signing with HS256 cannot fail", e);
        }
        return jwt.serialize();
    }

    /**
     * Reads a good token; empty for anything else. Never throws.
     *
     * @param reader picks what it needs from the claims; a claim it misses makes the token a bad one
     */
    <T> Optional<T> read(String token, ClaimsReader<T> reader) {
        if (!isCanonical(token)) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            boolean signed = JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) && jwt.verify(verifier);
            return signed && isCurrentAndOurs(jwt.getJWTClaimsSet())
                    ? Optional.of(reader.read(jwt.getJWTClaimsSet()))
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The token version a claim set was issued under. */
    static int version(JWTClaimsSet claims) throws ParseException {
        Long version = claims.getLongClaim(VERSION);
        if (version == null || version < 0 || version > Integer.MAX_VALUE) {
            throw new ParseException("no token version", 0);
        }
        return version.intValue();
    }

    /** A claim that must be there and must be text. */
    static String text(JWTClaimsSet claims, String name) throws ParseException {
        String text = claims.getStringClaim(name);
        if (text == null) {
            throw new ParseException("no " + name, 0);
        }
        return text;
    }

    private boolean isCurrentAndOurs(JWTClaimsSet claims) {
        Date expires = claims.getExpirationTime();
        return expires != null
                && clock.instant().isBefore(expires.toInstant())
                && claims.getAudience().stream().anyMatch(audience::contains);
    }

    /**
     * Whether the token is three parts of base64url in the one spelling that encodes their bytes. Nimbus also reads
     * padding, blanks and stray low bits in a last character; a revoked token must not live on in another spelling.
     */
    private static boolean isCanonical(String token) {
        if (token.length() > MAX_LENGTH) {
            return false;
        }
        String[] parts = token.split("\\.", -1);
        return parts.length == 3 && isCanonicalPart(parts[0]) && isCanonicalPart(parts[1]) && isCanonicalPart(parts[2]);
    }

    private static boolean isCanonicalPart(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Turns claims into what a caller needs of them. */
    @FunctionalInterface
    interface ClaimsReader<T> {
        T read(JWTClaimsSet claims) throws ParseException;
    }
}
