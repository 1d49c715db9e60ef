package dev.usher.testkit;

import dev.usher.spi.UserFilter;
import dev.usher.spi.UserListing;
import dev.usher.spi.UserPage;
import dev.usher.spi.UserPage.Request;
import java.util.UUID;

/** A listing that is its own subject; a fault overrides what it breaks. */
abstract class BrokenListing extends RoundTable implements UserListing<Knight>, UserListingContract<Knight, UUID> {

    private final UserListing<Knight> good = new InMemoryUserListing<>(knights);

    @Override
    public UserListing<Knight> listing() {
        return this;
    }

    @Override
    public UserPage<Knight> list(UserFilter filter, Request request) {
        return good.list(filter, request);
    }

    @Override
    public long count(UserFilter filter) {
        return good.count(filter);
    }
}
