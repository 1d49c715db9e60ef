package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.User;
import dev.usher.spi.OAuthAccount;
import org.junit.jupiter.api.Test;

/** The part of {@link OAuthAccountDatabaseContract} on {@code unlink}, and on the accounts of a user who goes. */
interface OAuthAccountUnlinkContract<U extends User<ID>, ID> extends OAuthAccountDatabaseSubject<U, ID> {

    @Test
    default void unlink_takesTheAccountFromTheUser() {
        Links<U, ID> links = new Links<>(this);
        OAuthAccount account = Accounts.google("1");
        U arthur = links.linked(Camelot.ARTHUR, account);
        assertThat(links.unlink(arthur.id(), account)).isTrue();
        assertThat(links.owner(account)).isEmpty();
        assertThat(links.accountsOf(arthur)).isEmpty();
        assertThat(links.link(links.linked(Camelot.MERLIN), account))
                .as("the account is free")
                .isTrue();
    }

    @Test
    default void unlink_leavesOtherAccountsAlone() {
        Links<U, ID> links = new Links<>(this);
        U arthur = links.linked(Camelot.ARTHUR, Accounts.of("github", "1"), Accounts.google("1"), Accounts.google("2"));
        U merlin = links.linked(Camelot.MERLIN, Accounts.google("3"));
        links.unlink(arthur.id(), Accounts.google("1"));
        assertThat(links.accountsOf(arthur)).containsExactly(Accounts.of("github", "1"), Accounts.google("2"));
        assertThat(links.accountsOf(merlin)).containsExactly(Accounts.google("3"));
    }

    @Test
    default void unlink_isFalseIfTheAccountIsNotLinked() {
        Links<U, ID> links = new Links<>(this);
        U arthur = links.linked(Camelot.ARTHUR, Accounts.google("1"));
        assertThat(links.unlink(arthur.id(), Accounts.google("2"))).isFalse();
        assertThat(links.unlink(unknownId(), Accounts.google("1"))).isFalse();
        links.unlink(arthur.id(), Accounts.google("1"));
        assertThat(links.unlink(arthur.id(), Accounts.google("1")))
                .as("the second time")
                .isFalse();
    }

    @Test
    default void unlink_ofSomebodyElsesAccountChangesNothing() {
        Links<U, ID> links = new Links<>(this);
        OAuthAccount account = Accounts.google("1");
        U arthur = links.linked(Camelot.ARTHUR, account);
        U merlin = links.linked(Camelot.MERLIN);
        assertThat(links.unlink(merlin.id(), account)).isFalse();
        assertThat(links.owner(account)).contains(arthur.id());
    }

    @Test
    default void unlink_isUndoneByARollback() {
        Links<U, ID> links = new Links<>(this);
        OAuthAccount account = Accounts.google("1");
        U arthur = links.linked(Camelot.ARTHUR, account);
        new Steps<>(this).undone(() -> oauthAccounts().unlink(arthur.id(), account.provider(), account.accountId()));
        assertThat(links.accountsOf(arthur)).containsExactly(account);
        assertThat(links.owner(account)).contains(arthur.id());
    }

    @Test
    default void delete_ofAUserUnlinksHerAccounts() {
        Links<U, ID> links = new Links<>(this);
        OAuthAccount account = Accounts.google("1");
        U arthur = links.linked(Camelot.ARTHUR, account);
        U merlin = links.linked(Camelot.MERLIN, Accounts.google("2"));
        assertThat(new Steps<>(this).delete(arthur.id())).isTrue();
        assertThat(links.owner(account)).isEmpty();
        assertThat(links.accountsOf(arthur)).isEmpty();
        assertThat(links.accountsOf(merlin)).containsExactly(Accounts.google("2"));
        assertThat(links.link(merlin, account)).as("the account is free").isTrue();
    }

    @Test
    default void delete_ofAUserThatIsRolledBackLeavesHerAccounts() {
        Links<U, ID> links = new Links<>(this);
        OAuthAccount account = Accounts.google("1");
        U arthur = links.linked(Camelot.ARTHUR, account);
        new Steps<>(this).undone(() -> {
            users().delete(arthur.id());
            assertThat(links.owner(account)).isEmpty();
        });
        assertThat(links.owner(account)).contains(arthur.id());
        assertThat(links.accountsOf(arthur)).containsExactly(account);
    }
}
