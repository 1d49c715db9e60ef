package dev.usher.rest;

import dev.usher.AccessTokens;
import dev.usher.UserManager;
import dev.usher.spi.UserListing;
import org.jspecify.annotations.Nullable;

/**
 * What an application brings to the endpoints. Gathered by the wiring; not for applications.
 *
 * @param listing null where the application does not offer one
 */
public record ApplicationParts(
        UserManager<?, ?> users,
        AccessTokens<?, ?> tokens,
        AuthenticationBackends backends,
        @Nullable UserListing<?> listing) {}
