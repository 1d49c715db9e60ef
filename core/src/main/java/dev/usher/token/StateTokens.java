package dev.usher.token;

import com.nimbusds.jwt.JWTClaimNames;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.usher.spi.Secret;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens that go to a provider and back as the {@code state} of OAuth.
 *
 * <p>Guarantees that a token that is read was issued here for this use: audience and key are its own. Whether it has
 * expired, belongs to this browser, or was used before is for the caller to find out. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-10.12">RFC 6749 section 10.12</a>
 */
public final class StateTokens {

    private static final String AUDIENCE = "fastapi-users:oauth-state";
    private static final String PROVIDER = "provider";
    private static final String BROWSER = "csrf";
    private static final Clock BEFORE_EVERY_EXPIRY = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final JwtSigner signer;
    private final JwtReader reader;

    /** @param secrets the keys are derived from these; the first signs, all verify */
    public StateTokens(List<Secret> secrets) {
        JwtKeys keys = JwtKeys.derived(secrets, AUDIENCE);
        this.signer = keys.signer();
        this.reader = new JwtReader(keys.verifier(), List.of(AUDIENCE), null, BEFORE_EVERY_EXPIRY);
    }

    /** Issues a token. */
    public String issue(StateSubject subject, Instant now) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                JWTClaimNames.JWT_ID,
                subject.id(),
                JWTClaimNames.AUDIENCE,
                List.of(AUDIENCE),
                PROVIDER,
                subject.provider(),
                BROWSER,
                subject.browser(),
                JWTClaimNames.ISSUED_AT,
                now.getEpochSecond(),
                JWTClaimNames.EXPIRATION_TIME,
                subject.expiresAt().getEpochSecond()));
        if (subject.userId() != null) {
            claims.put(JWTClaimNames.SUBJECT, subject.userId());
        }
        return signer.sign(claims);
    }

    /**
     * Reads a token as it comes back, expired or not.
     *
     * @param token anything at all
     * @return empty if it is malformed, forged or of another use
     */
    public Optional<StateSubject> read(String token) {
        return reader.read(token, StateTokens::subject);
    }

    private static StateSubject subject(JWTClaimsSet claims) throws ParseException {
        return new StateSubject(
                JwtReader.text(claims, JWTClaimNames.JWT_ID),
                JwtReader.text(claims, PROVIDER),
                JwtReader.text(claims, BROWSER),
                claims.getSubject(),
                claims.getExpirationTime().toInstant());
    }
}
