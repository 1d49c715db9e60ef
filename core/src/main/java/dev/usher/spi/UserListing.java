package dev.usher.spi;

/**
 * Users page by page, for those who administer them.
 *
 * <p>Pages are found by key, not by offset: a page costs the same wherever it is, and a user who is there throughout is
 * listed exactly once, whatever comes and goes meanwhile, unless her own address changes under
 * {@link UserPage.Order#EMAIL}. The key still leads on if the user it was made of is gone. What is listed is as the
 * current transaction sees it. Implementations are thread-safe.
 *
 * @param <U> the application's user type
 */
public interface UserListing<U> {

    /**
     * One page of the users that pass the filter.
     *
     * @throws IllegalArgumentException if {@link UserPage.Request#after()} is no key of this order, e.g. one of the other
     */
    UserPage<U> list(UserFilter filter, UserPage.Request request);

    /** How many users pass the filter. Counts rows: not for every request on a large table. */
    long count(UserFilter filter);
}
