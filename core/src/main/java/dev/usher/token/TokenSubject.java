package dev.usher.token;

import java.time.Instant;

/** What a token says to the strategy that issued it. Who its user is, and whether it still counts, is asked elsewhere. */
public sealed interface TokenSubject {

    /**
     * A token that says everything itself, such as a JWT. It counts unless it was revoked or its user has moved on.
     *
     * @param userId the user's id as text
     * @param tokenVersion the user's token version when the token was issued
     * @param tokenId what names this one token, e.g. the {@code jti} of a JWT, 1 to 255 characters; not itself a
     *     credential
     * @param expiresAt when the token ends
     */
    record SelfContained(String userId, int tokenVersion, String tokenId, Instant expiresAt) implements TokenSubject {}

    /**
     * A token that says nothing itself: it counts while it is stored.
     *
     * @param digest SHA-256 of the token in lower-case hexadecimal
     */
    record Reference(String digest) implements TokenSubject {}
}
