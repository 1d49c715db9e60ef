package dev.usher.token;

import java.time.Instant;

/**
 * What a good token says: whose it is, under which token version it was issued, its own id, and when it ends.
 *
 * @param userId the user's id as text
 * @param tokenVersion the user's token version when the token was issued
 * @param tokenId what names this one token, e.g. the {@code jti} of a JWT; not itself a credential
 * @param expiresAt when the token ends
 */
public record TokenSubject(String userId, int tokenVersion, String tokenId, Instant expiresAt) {}
