package dev.usher.token;

import com.nimbusds.jwt.JWTClaimNames;
import dev.usher.spi.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The short-lived tokens of one flow, such as resetting a password, which are mailed to the user and come back once.
 *
 * <p>Guarantees that an accepted token was issued here for this very flow: each flow has an audience of its own and a
 * key derived for it, so that no other token passes. That a token works only once is not its own doing: it is bound to
 * the token version and the address of its user, and the caller compares both with the stored ones.
 */
public final class FlowTokens {

    private static final String EMAIL = "email";

    private final String audience;
    private final JwtSigner signer;
    private final JwtReader reader;
    private final Duration lifetime;
    private final Clock clock;

    /**
     * Opens the tokens of one flow.
     *
     * @param secret the key is derived from it
     * @param audience names the flow, e.g. {@code fastapi-users:reset}
     * @param lifetime from issue to expiry; at least one second
     */
    public FlowTokens(Secret secret, String audience, Duration lifetime, Clock clock) {
        this(List.of(secret), audience, lifetime, clock);
    }

    /**
     * Opens the tokens of one flow, those issued under previous secrets included.
     *
     * @param secrets the keys are derived from these; the first signs, all verify
     * @param audience names the flow, e.g. {@code fastapi-users:reset}
     * @param lifetime from issue to expiry; at least one second
     */
    public FlowTokens(List<Secret> secrets, String audience, Duration lifetime, Clock clock) {
        JwtKeys keys = JwtKeys.derived(secrets, audience);
        this.audience = audience;
        this.signer = keys.signer();
        this.reader = new JwtReader(keys.verifier(), List.of(audience), null, clock);
        this.lifetime = Lifetimes.require(lifetime, "the lifetime of " + audience);
        this.clock = clock;
    }

    /** Issues a token. */
    public String issue(FlowSubject subject) {
        Instant now = clock.instant();
        return signer.sign(Map.of(
                JWTClaimNames.SUBJECT,
                subject.userId(),
                JWTClaimNames.AUDIENCE,
                List.of(audience),
                JwtReader.VERSION,
                subject.tokenVersion(),
                EMAIL,
                subject.email(),
                JWTClaimNames.ISSUED_AT,
                now.getEpochSecond(),
                JWTClaimNames.EXPIRATION_TIME,
                now.plus(lifetime).getEpochSecond()));
    }

    /**
     * Reads a token as it comes back.
     *
     * @param token anything at all
     * @return empty if it is malformed, forged, expired or of another flow
     */
    public Optional<FlowSubject> read(String token) {
        return reader.read(
                token,
                claims -> new FlowSubject(
                        JwtReader.text(claims, JWTClaimNames.SUBJECT),
                        JwtReader.version(claims),
                        JwtReader.text(claims, EMAIL)));
    }
}
