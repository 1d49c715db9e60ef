package dev.usher.testkit;

import dev.usher.User;

/**
 * What every {@link dev.usher.spi.AccessTokenDatabase} must do that is one database with the users. The hooks of
 * {@link UserDatabaseSubject} give the users that have the tokens.
 *
 * @param <U> the user type it is tested with
 * @param <ID> the type of its id
 */
public interface AccessTokenDatabaseContract<U extends User<ID>, ID>
        extends SeparateAccessTokenDatabaseContract<U, ID>,
                AccessTokenTransactionContract<U, ID>,
                AccessTokenPurgeContract<U, ID> {}
