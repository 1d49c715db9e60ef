package dev.usher.token;

import java.time.Duration;
import java.util.Optional;

/**
 * Turns a user into an access token and an access token back into whose it is.
 *
 * <p>It knows neither the user type nor the database: whether the user exists, whether her token version still stands,
 * and whether the token was revoked is asked afterwards. Implementations are thread-safe.
 */
public interface TokenStrategy {

    /**
     * Makes a new token; no two are alike.
     *
     * @param userId the user's id as text, not blank
     * @param tokenVersion the user's current token version, not negative
     * @return the token: printable ASCII without blanks, at most 4,096 characters
     */
    String issue(String userId, int tokenVersion);

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
}
