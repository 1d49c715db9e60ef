package dev.usher.testkit;

import dev.usher.User;
import dev.usher.UserDatabase;
import dev.usher.spi.AccessTokenDatabase;
import dev.usher.spi.BulkInsert;
import dev.usher.spi.OAuthAccountDatabase;
import dev.usher.spi.RevokedTokenDatabase;
import dev.usher.spi.Transactions;
import dev.usher.spi.UserListing;

/**
 * Every adapter of an application over one data source.
 *
 * @param transactions what all of them take part in
 * @param users the users that the others are about
 */
public record SqlAdapters<U extends User<ID>, ID>(
        Transactions transactions,
        UserDatabase<U, ID> users,
        RevokedTokenDatabase<U, ID> revokedTokens,
        OAuthAccountDatabase<U, ID> accounts,
        AccessTokenDatabase<U, ID> tokens,
        UserListing<U> listing,
        BulkInsert<U> bulkInsert) {}
