package dev.usher.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a state token is about.
 *
 * @param id the token's own id
 * @param provider where the browser was sent
 * @param browser tells the browser that was sent
 * @param userId the user who was signed in when it was sent; null if it was to sign somebody in
 * @param expiresAt when the token ends, in whole seconds
 */
public record StateSubject(
        String id,
        String provider,
        String browser,
        @Nullable String userId,
        Instant expiresAt) {}
