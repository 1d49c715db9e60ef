package dev.usher.spi;

/**
 * Users page by page, for those who administer them.
 *
 * <p>Pages are found by key, not by offset: a page costs the same wherever it is, and a user who is there throughout is
 * listed exactly once, whatever comes and goes meanwhile. Implementations are thread-safe.
 *
 * @param <U> the application's user type
 */
public interface UserListing<U> {

    /**
     * One page of the users that pass the filter.
     *
     * @throws IllegalArgumentException if {@link UserPage.Request#after()} is no key of this order
     */
    UserPage<U> list(UserFilter filter, UserPage.Request request);

    /** How many users pass the filter. Counts rows: not for every request on a large table. */
    long count(UserFilter filter);
}
