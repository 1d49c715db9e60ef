package dev.usher.oauth;

import java.net.URI;

/**
 * One attempt to sign in at a provider: what is sent there with the browser, and must be known again when it comes back.
 * {@code toString} redacts all but the address.
 *
 * @param redirectUri where the provider sends the browser back to
 * @param state comes back with the browser
 * @param nonce stands in the ID token, where there is one; 43 characters of base64url
 * @param codeVerifier the secret of PKCE, whose SHA-256 is sent ahead ({@code S256}); 43 characters of base64url
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636">RFC 7636 (PKCE)</a>
 */
public record OAuthAttempt(URI redirectUri, String state, String nonce, String codeVerifier) {

    @Override
    public String toString() {
        return "OAuthAttempt[redirectUri=" + redirectUri + ", secrets=redacted]";
    }
}
