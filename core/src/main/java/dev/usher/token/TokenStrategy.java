package dev.usher.token;

import java.time.Duration;
import java.util.Optional;

/**
 * Makes access tokens, and tells from a token that comes back what it says.
 *
 * <p>It knows neither the user type nor the database: whether the user exists, whether her token version still stands,
 * and whether the token was ended is asked afterwards, by {@link dev.usher.AccessTokens}. Implementations are
 * thread-safe.
 *
 * @see JwtStrategy
 * @see OpaqueStrategy
 */
public interface TokenStrategy {

    /**
     * Makes a new token; no two are alike.
     *
     * @return the token: printable ASCII without blanks, at most 4,096 characters
     * @throws IllegalArgumentException if the grant's claims cannot be written, e.g. because a name is reserved
     */
    String issue(TokenGrant grant);

    /**
     * Reads a token as a client presents it.
     *
     * <p>A token has one spelling: text that only decodes to the same bytes is another, invalid token.
     *
     * @param token anything at all
     * @return what the token says, or empty if it is malformed, forged, expired or meant for somebody else
     */
    Optional<TokenSubject> read(String token);

    /** How long a token lives from its issue; positive. */
    Duration lifetime();

    /**
     * Whether its tokens are {@link TokenSubject.Reference references}, which count only while they are stored, so that
     * the application needs a {@link dev.usher.spi.AccessTokenDatabase}. If not, they are
     * {@link TokenSubject.SelfContained self-contained}, and it needs a {@link dev.usher.spi.RevokedTokenDatabase}.
     */
    boolean issuesReferences();
}
