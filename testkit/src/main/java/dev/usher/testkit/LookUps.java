package dev.usher.testkit;

import static dev.usher.testkit.LookUp.Kind.BY_VALUE;
import static dev.usher.testkit.LookUp.Kind.FROM_THE_START;
import static dev.usher.testkit.LookUp.Kind.WRITING;

import dev.usher.Email;
import dev.usher.User;
import dev.usher.spi.UserFilter;
import dev.usher.spi.UserPage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that adapters look for in a {@link Census}. */
record LookUps<U extends User<UUID>>(SqlAdapters<U, UUID> adapters) {

    private static final UserFilter SUPERUSERS = new UserFilter(null, true, null, null);
    private static final int PREFIX = 3;
    private static final int BATCH = 1000;

    List<LookUp> all() {
        return List.of(
                new LookUp("user by id", BY_VALUE, n -> adapters.users().findById(Census.id(n))),
                new LookUp("user by e-mail", BY_VALUE, n -> adapters.users()
                        .findByEmail(Email.fromStorage(Census.email(n)))),
                new LookUp("user by signed token", BY_VALUE, n -> adapters.revokedTokens()
                        .findUser(Census.id(n), Census.digest(n + 1))),
                new LookUp("user by opaque token", BY_VALUE, n -> adapters.tokens()
                        .findUser(Census.digest(n), Census.NOON)),
                new LookUp("user by account", BY_VALUE, n -> adapters.accounts().findUser("google", String.valueOf(n))),
                new LookUp(
                        "accounts of a user", BY_VALUE, n -> adapters.accounts().findAccounts(Census.id(n))),
                page("first page by id", UserFilter.ALL, UserPage.Order.ID, false),
                page("next page by id", UserFilter.ALL, UserPage.Order.ID, true),
                page("first page by e-mail", UserFilter.ALL, UserPage.Order.EMAIL, false),
                page("next page by e-mail", UserFilter.ALL, UserPage.Order.EMAIL, true),
                prefixed("first page by id, prefix", UserPage.Order.ID, false),
                prefixed("next page by id, prefix", UserPage.Order.ID, true),
                prefixed("first page by e-mail, prefix", UserPage.Order.EMAIL, false),
                prefixed("next page by e-mail, prefix", UserPage.Order.EMAIL, true),
                page("superusers (1 in 1,000), next page by e-mail", SUPERUSERS, UserPage.Order.EMAIL, true),
                new LookUp("active superusers and one user more, locked", WRITING, n -> adapters.users()
                        .lockActiveSuperusers(Census.id(n))),
                new LookUp("1,000 expired opaque tokens, purged", WRITING, n -> adapters.tokens()
                        .purgeExpired(Census.NOON.plusSeconds(n), BATCH)),
                new LookUp("1,000 expired revoked tokens, purged", WRITING, n -> adapters.revokedTokens()
                        .purgeExpired(Census.NOON.plusSeconds(n), BATCH)));
    }

    private LookUp page(String name, UserFilter filter, UserPage.Order order, boolean next) {
        return new LookUp(name, next ? BY_VALUE : FROM_THE_START, n -> page(filter, order, next ? n : -1));
    }

    private LookUp prefixed(String name, UserPage.Order order, boolean next) {
        return new LookUp(
                name,
                BY_VALUE,
                n -> page(
                        new UserFilter(null, null, null, Census.email(n).substring(0, PREFIX)), order, next ? n : -1));
    }

    private void page(UserFilter filter, UserPage.Order order, int after) {
        adapters.listing().list(filter, new UserPage.Request(order, key(order, after), 20));
    }

    private static @Nullable String key(UserPage.Order order, int n) {
        if (n < 0) {
            return null;
        }
        return order == UserPage.Order.ID ? "id:" + Census.id(n) : "email:" + Census.email(n);
    }
}
