package dev.usher.oauth;

import dev.usher.token.Lifetimes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How users sign in at providers.
 *
 * @param lifetime how long a browser may stay at a provider; at least one second
 * @param associateByEmail whether an account at a provider is linked to an account here that has the same address, where
 *     both sides have verified it
 * @param publicOrigin scheme, host and port at which browsers see the application; null for those of the request
 */
public record OAuthSettings(
        Duration lifetime,
        boolean associateByEmail,
        @Nullable String publicOrigin) {

    public OAuthSettings {
        Lifetimes.require(lifetime, "usher.oauth.lifetime");
    }
}
