package dev.usher.testkit;

import dev.usher.User;
import dev.usher.spi.AccessTokenDatabase;

/**
 * What {@link SeparateAccessTokenDatabaseContract} needs to know of an adapter under test, beside the users it finds.
 *
 * @param <U> the user type it is tested with
 * @param <ID> the type of its id
 */
public interface AccessTokenDatabaseSubject<U extends User<ID>, ID> extends UserDatabaseSubject<U, ID>, EngineSubject {

    /** The adapter under test: empty before each test; it finds {@link #users()}. */
    AccessTokenDatabase<U, ID> accessTokens();
}
