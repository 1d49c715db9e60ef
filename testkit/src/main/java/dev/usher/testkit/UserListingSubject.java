package dev.usher.testkit;

import dev.usher.User;
import dev.usher.spi.UserListing;

/**
 * What {@link UserListingContract} needs to know of an adapter under test, beside the users it lists.
 *
 * @param <U> the user type it is tested with
 * @param <ID> the type of its id
 */
public interface UserListingSubject<U extends User<ID>, ID> extends UserDatabaseSubject<U, ID> {

    /** The adapter under test, over the same database as {@link #users()}. */
    UserListing<U> listing();
}
