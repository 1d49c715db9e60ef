package dev.usher.testkit;

import dev.usher.User;

/**
 * What every {@link dev.usher.spi.OAuthAccountDatabase} must do. The hooks of {@link UserDatabaseSubject} give the users
 * that accounts are linked to.
 *
 * @param <U> the user type it is tested with
 * @param <ID> the type of its id
 */
public interface OAuthAccountDatabaseContract<U extends User<ID>, ID>
        extends OAuthAccountFindContract<U, ID>,
                OAuthAccountLinkContract<U, ID>,
                OAuthAccountLinkOutcomeContract<U, ID>,
                OAuthAccountUpdateContract<U, ID>,
                OAuthAccountUnlinkContract<U, ID> {}
