package dev.usher.oauth;

import dev.usher.oauth.OAuthException.Reason;
import java.net.URI;
import java.util.List;

/**
 * A place where users already have an account, such as Google or GitHub, spoken to in the authorization code flow.
 *
 * <p>Implementations are thread-safe, hold no state of a sign-in, and always send what {@link OAuthAttempt} has for them.
 * Everything they wait for is bounded in time and size. They log no code and no token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1">RFC 6749 section 4.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700">RFC 9700 (OAuth 2.0 security best current practice)</a>
 */
public interface OAuthProvider {

    /** What it is called in paths and in the database: 1 to 100 of lower-case letters, digits, {@code -} and {@code _}. */
    String name();

    /**
     * Where a browser goes to let the user sign in there.
     *
     * @param scopes what to ask for; empty for what signing in needs
     * @throws OAuthException {@link Reason#PROVIDER_FAILED}
     */
    URI authorizationUrl(OAuthAttempt attempt, List<String> scopes);

    /**
     * Redeems the code that the browser brought back, and finds out whose it is.
     *
     * @param code anything at all
     * @param attempt as it was when the browser left
     * @throws OAuthException {@link Reason#CODE_REFUSED}, {@link Reason#PROVIDER_FAILED}
     */
    OAuthIdentity redeem(String code, OAuthAttempt attempt);
}
