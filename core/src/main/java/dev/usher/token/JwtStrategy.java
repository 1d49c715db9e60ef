package dev.usher.token;

import com.nimbusds.jwt.JWTClaimNames;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/**
 * Access tokens that carry their claims: signed JWTs with {@code sub}, {@code aud}, {@code exp}, {@code iat},
 * {@code jti} and the token version {@code ver}.
 *
 * <p>Guarantees that an accepted token was signed here with HS256, has not expired and names our audience. It does not
 * know whether the user still exists or whether the token was revoked: that is one question to the database. The claims
 * are signed, not encrypted: whoever holds the token can read the user's id.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">RFC 7519 (JWT)</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725 (JWT best current practices)</a>
 */
public final class JwtStrategy implements TokenStrategy {

    private final JwtCodec codec;
    private final Duration lifetime;
    private final Clock clock;

    public JwtStrategy(JwtSettings settings) {
        this(settings, Clock.systemUTC());
    }

    public JwtStrategy(JwtSettings settings, Clock clock) {
        this.codec = new JwtCodec(settings.secret().derive("access-token"), settings.audience(), clock);
        this.lifetime = settings.lifetime();
        this.clock = clock;
    }

    @Override
    public String issue(TokenGrant grant) {
        Instant now = clock.instant();
        return codec.sign(new JWTClaimsSet.Builder()
                .subject(grant.userId())
                .claim(JwtCodec.VERSION, grant.tokenVersion())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .build());
    }

    @Override
    public Optional<TokenSubject> read(String token) {
        return codec.read(
                token,
                claims -> new TokenSubject.SelfContained(
                        JwtCodec.text(claims, JWTClaimNames.SUBJECT),
                        JwtCodec.version(claims),
                        JwtCodec.text(claims, JWTClaimNames.JWT_ID),
                        claims.getExpirationTime().toInstant()));
    }

    @Override
    public Duration lifetime() {
        return lifetime;
    }

    @Override
    public boolean issuesReferences() {
        return false;
    }
}
