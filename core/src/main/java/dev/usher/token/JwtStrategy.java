package dev.usher.token;

import com.nimbusds.jwt.JWTClaimNames;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens that carry their claims: signed JWTs with {@code sub}, {@code aud}, {@code exp}, {@code iat},
 * {@code jti}, the token version {@code ver}, {@code iss} where an issuer is set, and what the application adds. Under a
 * key pair, where other services read them too, also {@code upn} (the address) and {@code groups} (the roles), which is
 * what MicroProfile JWT asks for.
 *
 * <p>Guarantees that an accepted token was signed here by the one algorithm that is set, has not expired and names our
 * audience and issuer. It does not know whether the user still exists or whether the token was revoked: that is one
 * question to the database. The claims are signed, not encrypted: whoever holds the token can read them.
 *
 * <p>A token of a FastAPI Users installation, where {@link JwtKeys#andLegacy its secret} is known, counts as one of token
 * version 0, whatever it claims, and is named by its digest.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">RFC 7519 (JWT)</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725 (JWT best current practices)</a>
 */
public final class JwtStrategy implements TokenStrategy {

    private static final int LEGACY_VERSION = 0;

    private final JwtSettings settings;
    private final JwtReader reader;
    private final @Nullable JwtReader legacy;
    private final Clock clock;

    public JwtStrategy(JwtSettings settings) {
        this(settings, Clock.systemUTC());
    }

    public JwtStrategy(JwtSettings settings, Clock clock) {
        JwtVerifier known = settings.keys().legacy();
        this.settings = settings;
        this.reader = new JwtReader(settings.keys().verifier(), settings.audience(), settings.issuer(), clock);
        this.legacy = known == null ? null : new JwtReader(known, settings.audience(), null, clock);
        this.clock = clock;
    }

    /**
     * The keys that others verify these tokens with, current and previous, as an RFC 7517 JWK Set: JSON text without
     * private members. HS256 has none.
     */
    public String publicKeys() {
        return settings.keys().publicKeys();
    }

    @Override
    public String issue(TokenGrant grant) {
        Instant now = clock.instant();
        Map<String, Object> claims = new LinkedHashMap<>(OwnClaims.require(grant.claims()));
        claims.put(JWTClaimNames.SUBJECT, grant.userId());
        claims.put(JWTClaimNames.AUDIENCE, settings.audience());
        claims.put(JWTClaimNames.EXPIRATION_TIME, now.plus(lifetime()).getEpochSecond());
        claims.put(JWTClaimNames.ISSUED_AT, now.getEpochSecond());
        claims.put(JWTClaimNames.JWT_ID, UUID.randomUUID().toString());
        claims.put(JwtReader.VERSION, grant.tokenVersion());
        if (settings.issuer() != null) {
            claims.put(JWTClaimNames.ISSUER, settings.issuer());
        }
        if (settings.keys().arePairs()) {
            putForOthers(claims, grant);
        }
        return settings.keys().signer().sign(claims);
    }

    private static void putForOthers(Map<String, Object> claims, TokenGrant grant) {
        if (!grant.email().isEmpty()) {
            claims.put("upn", grant.email());
        }
        claims.put("groups", grant.roles().stream().sorted().toList());
    }

    @Override
    public Optional<TokenSubject> read(String token) {
        Optional<TokenSubject> subject = reader.read(token, JwtStrategy::subject);
        return subject.isEmpty() && legacy != null ? legacy.read(token, claims -> legacy(token, claims)) : subject;
    }

    private static TokenSubject subject(JWTClaimsSet claims) throws ParseException {
        return new TokenSubject.SelfContained(
                JwtReader.text(claims, JWTClaimNames.SUBJECT),
                JwtReader.version(claims),
                JwtReader.text(claims, JWTClaimNames.JWT_ID),
                claims.getExpirationTime().toInstant());
    }

    private static TokenSubject legacy(String token, JWTClaimsSet claims) throws ParseException {
        return new TokenSubject.SelfContained(
                JwtReader.text(claims, JWTClaimNames.SUBJECT),
                LEGACY_VERSION,
                "sha256:" + Digests.sha256(token),
                claims.getExpirationTime().toInstant());
    }

    @Override
    public Duration lifetime() {
        return settings.lifetime();
    }

    @Override
    public boolean issuesReferences() {
        return false;
    }
}
