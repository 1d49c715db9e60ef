package dev.usher.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * Opaque access tokens that are alive, by their SHA-256 digest, never by token.
 *
 * <p>Each method is one atomic statement and never commits. Tokens end when their user goes. In the users' own database
 * they take part in its transactions; a store of their own, such as Redis, does not, and says what follows from that.
 * Implementations are thread-safe.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public interface AccessTokenDatabase<U, ID> {

    /**
     * Stores a new token.
     *
     * @throws RuntimeException if the digest exists already, or there is no such user and the store can tell; nothing is
     *     stored, and the caller's transaction is not to be used any further
     */
    void insert(AccessToken<ID> token);

    /**
     * Finds the user of a token that has not expired and was issued under her current token version. This is the whole
     * database work of an authenticated request: one round trip, and one more where tokens have a store of their own; no
     * write.
     *
     * @param digest of the token that was presented
     * @param now a token that expires at or before this instant is dead; of any precision
     */
    Optional<U> findUser(String digest, Instant now);

    /**
     * Ends a token. Of any number of concurrent calls exactly one is told {@code true}.
     *
     * @return whether the token was there
     */
    boolean delete(String digest);

    /**
     * Deletes tokens that have expired by now, unless the store does so by itself. It waits for nobody: what another
     * transaction is about to change or delete is left to it, unless the engine lets one transaction write at a time.
     *
     * @param now tokens that expire at or before this instant go
     * @param limit how many rows at most, so that no lock is held for long; positive
     * @return how many went; less than {@code limit} means that none is left that nobody holds
     */
    int purgeExpired(Instant now, int limit);
}
