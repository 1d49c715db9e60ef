package dev.usher.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's account at a provider such as Google or GitHub.
 *
 * <p>{@code provider} and {@code accountId} name it, both compared exactly; no two users have the same. The tokens are
 * stored as they are given here, so whoever gives them encrypts them first. {@code toString} redacts them.
 *
 * @param provider the provider's name in this application, 1 to 100 characters
 * @param accountId the provider's own name for the account, 1 to 320 characters
 * @param accountEmail the address the provider knows, at most 320 characters
 * @param accessToken the provider's access token, encrypted; at most 16,384 characters
 * @param refreshToken the provider's refresh token, encrypted; at most 16,384 characters; null where it gives none
 * @param expiresAt when the access token ends, in whole seconds, up to the year 9999; null where the provider does
 *     not say
 */
public record OAuthAccount(
        String provider,
        String accountId,
        String accountEmail,
        String accessToken,
        @Nullable String refreshToken,
        @Nullable Instant expiresAt) {

    /** The same account with another refresh token. */
    public OAuthAccount withRefreshToken(@Nullable String other) {
        return new OAuthAccount(provider, accountId, accountEmail, accessToken, other, expiresAt);
    }

    @Override
    public String toString() {
        return "OAuthAccount[provider=" + provider + ", accountId=" + accountId + ", tokens=redacted]";
    }
}
