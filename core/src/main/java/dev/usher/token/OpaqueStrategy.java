package dev.usher.token;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Access tokens that say nothing: 256 random bits, URL-safe, stored as SHA-256 only. Whoever reads the store learns no
 * token; whoever guesses has 2<sup>256</sup> to guess among, so the digest needs no salt and no slow hash.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html">OWASP Session
 *     Management</a>
 */
public final class OpaqueStrategy implements TokenStrategy {

    /** Seven days. */
    public static final Duration DEFAULT_LIFETIME = Duration.ofDays(7);

    private static final int BYTES = 32;

    /** 43 characters of base64url; the last holds four bits, so that a token has one spelling. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

    private final SecureRandom random = new SecureRandom();
    private final Duration lifetime;

    /** Opens the strategy; the lifetime is at least one second. */
    public OpaqueStrategy(Duration lifetime) {
        this.lifetime = Lifetimes.require(lifetime, "usher.opaque.lifetime");
    }

    @Override
    public String issue(TokenGrant grant) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public Optional<TokenSubject> read(String token) {
        return FORM.matcher(token).matches()
                ? Optional.of(new TokenSubject.Reference(Digests.sha256(token)))
                : Optional.empty();
    }

    @Override
    public Duration lifetime() {
        return lifetime;
    }

    @Override
    public boolean issuesReferences() {
        return true;
    }
}
