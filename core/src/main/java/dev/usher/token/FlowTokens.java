package dev.usher.token;

import com.nimbusds.jwt.JWTClaimNames;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.usher.spi.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
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

    private final JwtCodec codec;
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
        this.codec = new JwtCodec(secret.derive(audience), List.of(audience), clock);
        this.lifetime = Lifetimes.require(lifetime, "the lifetime of " + audience);
        this.clock = clock;
    }

    /** Issues a token. */
    public String issue(FlowSubject subject) {
        Instant now = clock.instant();
        return codec.sign(new JWTClaimsSet.Builder()
                .subject(subject.userId())
                .claim(JwtCodec.VERSION, subject.tokenVersion())
                .claim(EMAIL, subject.email())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .build());
    }

    /**
     * Reads a token as it comes back.
     *
     * @param token anything at all
     * @return empty if it is malformed, forged, expired or of another flow
     */
    public Optional<FlowSubject> read(String token) {
        return codec.read(
                token,
                claims -> new FlowSubject(
                        JwtCodec.text(claims, JWTClaimNames.SUBJECT),
                        JwtCodec.version(claims),
                        JwtCodec.text(claims, EMAIL)));
    }
}
