package dev.usher.testkit;

import dev.usher.User;
import dev.usher.spi.OAuthAccountDatabase;

/**
 * What {@link OAuthAccountDatabaseContract} needs to know of an adapter under test, beside the users it finds.
 *
 * @param <U> the user type it is tested with
 * @param <ID> the type of its id
 */
public interface OAuthAccountDatabaseSubject<U extends User<ID>, ID> extends UserDatabaseSubject<U, ID> {

    /** The adapter under test: empty before each test, over the same database as {@link #users()}. */
    OAuthAccountDatabase<U, ID> oauthAccounts();
}
