package dev.usher.oauth;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be sent to a provider, or has come back. {@code toString} redacts the key.
 *
 * @param provider its name
 * @param redirectUri where the provider sends the browser back to
 * @param browserKey the secret that only this browser has, in a cookie; null where it brings none
 * @param userId the user who is signed in and wants the account linked; null if somebody wants to sign in
 */
public record OAuthVisit(
        String provider,
        URI redirectUri,
        @Nullable String browserKey,
        @Nullable String userId) {

    @Override
    public String toString() {
        return "OAuthVisit[provider=" + provider + ", redirectUri=" + redirectUri + ", userId=" + userId + "]";
    }
}
