package dev.usher.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks signed claims: what {@link #read} accepts was signed under one of our keys, is current and is meant for us.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725 (JWT best current practices)</a>
 */
final class JwtReader {

    /** The private claim that holds the user's token version: a whole number, not negative. */
    static final String VERSION = "ver";

    /** The longest token that is looked at, in characters. */
    static final int MAX_LENGTH = 4096;

    private final JwtVerifier verifier;
    private final List<String> audience;
    private final @Nullable String issuer;
    private final Clock clock;

    /**
     * Opens a reader.
     *
     * @param audience a token names at least one of these
     * @param issuer a token names this one; null where it may name any or none
     */
    JwtReader(JwtVerifier verifier, List<String> audience, @Nullable String issuer, Clock clock) {
        this.verifier = verifier;
        this.audience = audience;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * Reads a good token; empty for anything else. Never throws.
     *
     * @param claimsReader picks what it needs from the claims; a claim it misses makes the token a bad one
     */
    <T> Optional<T> read(String token, ClaimsReader<T> claimsReader) {
        if (!isCanonical(token)) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            return verifier.verify(jwt) && isCurrentAndOurs(jwt.getJWTClaimsSet())
                    ? Optional.of(claimsReader.read(jwt.getJWTClaimsSet()))
                    : Optional.empty();
        } catch (ParseException | JOSEException | RuntimeException e) {
            return Optional.empty(); // a header that is null ends Nimbus with a NullPointerException
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
        return isCurrent(claims.getNotBeforeTime(), claims.getExpirationTime())
                && claims.getAudience().stream().anyMatch(audience::contains)
                && (issuer == null || issuer.equals(claims.getIssuer()));
    }

    private boolean isCurrent(@Nullable Date notBefore, @Nullable Date expires) {
        Instant now = clock.instant();
        return expires != null
                && now.isBefore(expires.toInstant())
                && (notBefore == null || !now.isBefore(notBefore.toInstant()));
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
