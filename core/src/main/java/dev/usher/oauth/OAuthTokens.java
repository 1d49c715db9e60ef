package dev.usher.oauth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one account at a provider, in plain text. {@code toString} redacts them.
 *
 * @param refreshToken null where the provider gives none
 * @param expiresAt when the access token ends; null where the provider does not say
 */
public record OAuthTokens(
        String accessToken,
        @Nullable String refreshToken,
        @Nullable Instant expiresAt) {

    @Override
    public String toString() {
        return "OAuthTokens[redacted, expiresAt=" + expiresAt + "]";
    }
}
