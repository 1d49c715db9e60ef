package dev.usher.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * Remembers which self-contained tokens (JWT) ended before they expired, by token id, never by token.
 *
 * <p>Implementations are thread-safe and never commit.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public interface RevokedTokenDatabase<U, ID> {

    /**
     * Finds a user unless the token presented in her name was revoked. This is the whole database work of an
     * authenticated request: one round trip, no write.
     *
     * @param id whose token it is
     * @param tokenId the token's own id ({@code jti})
     * @return the user, or empty if there is no such user or the token id was revoked
     */
    Optional<U> findUser(ID id, String tokenId);

    /**
     * Revokes a token id. Doing so twice changes nothing, also when both happen at once.
     *
     * <p>Of any number of concurrent calls for one token id exactly one is told {@code true}.
     *
     * @param tokenId 1 to 255 characters
     * @param expiresAt when the token ends anyway and its row may go
     * @return {@code false} if it was revoked before
     */
    boolean revoke(String tokenId, Instant expiresAt);

    /**
     * Deletes rows of tokens that have expired by now. It waits for nobody: what another transaction is about to delete is
     * left to it, unless the engine lets one transaction write at a time.
     *
     * @param now rows that expire at or before this instant go
     * @param limit how many rows at most, so that no lock is held for long; positive
     * @return how many rows went; less than {@code limit} means that none is left that nobody holds
     */
    int purgeExpired(Instant now, int limit);
}
