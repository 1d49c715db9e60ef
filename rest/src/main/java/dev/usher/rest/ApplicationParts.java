package dev.usher.rest;

import dev.usher.AccessTokens;
import dev.usher.LinkedAccounts;
import dev.usher.UserManager;
import dev.usher.oauth.OAuthProviders;
import dev.usher.spi.UserListing;
import org.jspecify.annotations.Nullable;

/**
 * What an application brings to the endpoints. Gathered by the wiring; not for applications.
 *
 * @param listing null where the application does not offer one
 * @param providers null where nobody signs in at any
 * @param linked null where the application does not keep accounts at providers, or cannot tell which states were used
 */
public record ApplicationParts(
        UserManager<?, ?> users,
        AccessTokens<?, ?> tokens,
        AuthenticationBackends backends,
        @Nullable UserListing<?> listing,
        @Nullable OAuthProviders providers,
        @Nullable LinkedAccounts<?, ?> linked) {}
