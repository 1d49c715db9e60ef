package dev.usher.testkit;

import dev.usher.User;

/**
 * What every {@link dev.usher.spi.UserListing} must do. The hooks of {@link UserDatabaseSubject} give the users it lists.
 *
 * @param <U> the user type it is tested with
 * @param <ID> the type of its id
 */
public interface UserListingContract<U extends User<ID>, ID>
        extends UserListingPageContract<U, ID>, UserListingKeyContract<U, ID>, UserListingFilterContract<U, ID> {}
