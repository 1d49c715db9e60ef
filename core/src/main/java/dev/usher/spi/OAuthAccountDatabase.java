package dev.usher.spi;

import java.util.List;
import java.util.Optional;

/**
 * Which accounts at providers belong to which users.
 *
 * <p>Each method is one atomic statement and never commits. That an account belongs to one user only is decided by a
 * unique constraint and reported as an outcome. Accounts go when their user goes. Implementations are thread-safe.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public interface OAuthAccountDatabase<U, ID> {

    /** Finds the user an account is linked to, in one round trip. */
    Optional<U> findUser(String provider, String accountId);

    /**
     * Every account of a user, ordered by provider and then account id, each in the order of its UTF-8 bytes; empty for
     * an unknown user.
     */
    List<OAuthAccount> findAccounts(ID userId);

    /**
     * Links an account to a user.
     *
     * <p>Of any number of concurrent calls for one account exactly one is told {@code true}.
     *
     * @return {@code false} if the account is linked already, to whomever, or there is no such user; nothing is stored
     */
    boolean link(ID userId, OAuthAccount account);

    /**
     * Replaces address, tokens and expiry of a linked account.
     *
     * @return {@code false} if it is not linked to this user
     */
    boolean update(ID userId, OAuthAccount account);

    /**
     * Takes an account from a user.
     *
     * @return {@code false} if it is not linked to this user
     */
    boolean unlink(ID userId, String provider, String accountId);
}
