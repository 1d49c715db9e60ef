package dev.usher.testkit;

import dev.usher.User;

/**
 * What an {@link dev.usher.spi.AccessTokenDatabase} must do that keeps tokens apart from the users, e.g. in Redis. It
 * neither takes part in their transactions nor knows when a user goes, and it may end expired tokens by a clock of its
 * own: the tokens of these tests live for decades.
 *
 * @param <U> the user type it is tested with
 * @param <ID> the type of its id
 */
public interface SeparateAccessTokenDatabaseContract<U extends User<ID>, ID>
        extends AccessTokenInsertContract<U, ID>, AccessTokenFindContract<U, ID>, AccessTokenDeleteContract<U, ID> {}
