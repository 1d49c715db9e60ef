package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.User;
import dev.usher.spi.OAuthAccount;
import java.util.List;
import java.util.Optional;

/** What is done with an {@link dev.usher.spi.OAuthAccountDatabase}, each write in a transaction as in {@link Steps}. */
record Links<U extends User<ID>, ID>(OAuthAccountDatabaseSubject<U, ID> subject) {

    /** A stored user with these accounts. */
    U linked(Camelot person, OAuthAccount... accounts) {
        U user = new Steps<>(subject).stored(person);
        for (OAuthAccount account : accounts) {
            assertThat(link(user, account)).as("link of " + account).isTrue();
        }
        return user;
    }

    boolean link(U user, OAuthAccount account) {
        return link(user.id(), account);
    }

    boolean link(ID userId, OAuthAccount account) {
        return new Steps<>(subject).writing(() -> subject.oauthAccounts().link(userId, account), true);
    }

    boolean update(ID userId, OAuthAccount account) {
        return new Steps<>(subject).writing(() -> subject.oauthAccounts().update(userId, account), true);
    }

    boolean unlink(ID userId, OAuthAccount account) {
        return new Steps<>(subject)
                .writing(() -> subject.oauthAccounts().unlink(userId, account.provider(), account.accountId()), true);
    }

    /** Whose the account is. */
    Optional<ID> owner(OAuthAccount account) {
        return subject.oauthAccounts()
                .findUser(account.provider(), account.accountId())
                .map(User::id);
    }

    List<OAuthAccount> accountsOf(U user) {
        return subject.oauthAccounts().findAccounts(user.id());
    }
}
