package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.User;
import dev.usher.spi.OAuthAccount;
import org.junit.jupiter.api.Test;

/** The part of {@link OAuthAccountDatabaseContract} on {@code update}. */
interface OAuthAccountUpdateContract<U extends User<ID>, ID> extends OAuthAccountDatabaseSubject<U, ID> {

    @Test
    default void update_ofAnAccountReplacesAddressTokensAndExpiry() {
        Links<U, ID> links = new Links<>(this);
        OAuthAccount account = Accounts.google("1");
        U arthur = links.linked(Camelot.ARTHUR, account);
        assertThat(links.update(arthur.id(), Accounts.renewed(account))).isTrue();
        assertThat(links.accountsOf(arthur)).containsExactly(Accounts.renewed(account));
        assertThat(links.owner(account)).contains(arthur.id());
    }

    @Test
    default void update_ofAnAccountClearsRefreshTokenAndExpiry() {
        Links<U, ID> links = new Links<>(this);
        OAuthAccount account = Accounts.google("1");
        U arthur = links.linked(Camelot.ARTHUR, account);
        assertThat(links.update(arthur.id(), Accounts.bare(account))).isTrue();
        assertThat(links.accountsOf(arthur)).containsExactly(Accounts.bare(account));
    }

    @Test
    default void update_ofAnAccountThatIsAsItWasIsTrue() {
        Links<U, ID> links = new Links<>(this);
        U arthur = links.linked(Camelot.ARTHUR, Accounts.google("1"));
        assertThat(links.update(arthur.id(), Accounts.google("1"))).isTrue();
    }

    @Test
    default void update_ofAnAccountLeavesOtherAccountsAlone() {
        Links<U, ID> links = new Links<>(this);
        OAuthAccount github = Accounts.of("github", "1");
        OAuthAccount second = Accounts.google("2");
        OAuthAccount merlins = Accounts.google("3");
        U arthur = links.linked(Camelot.ARTHUR, github, Accounts.google("1"), second);
        U merlin = links.linked(Camelot.MERLIN, merlins);
        OAuthAccount renewed = Accounts.renewed(Accounts.google("1"));
        links.update(arthur.id(), renewed);
        assertThat(links.accountsOf(arthur)).containsExactly(github, renewed, second);
        assertThat(links.accountsOf(merlin)).containsExactly(merlins);
    }

    @Test
    default void update_ofAnAccountThatIsNotLinkedIsFalse() {
        Links<U, ID> links = new Links<>(this);
        U arthur = links.linked(Camelot.ARTHUR, Accounts.google("1"));
        assertThat(links.update(arthur.id(), Accounts.google("2"))).isFalse();
        assertThat(links.update(arthur.id(), Accounts.of("github", "1"))).isFalse();
        assertThat(links.update(unknownId(), Accounts.google("1"))).isFalse();
        assertThat(links.accountsOf(arthur)).containsExactly(Accounts.google("1"));
    }

    @Test
    default void update_ofSomebodyElsesAccountChangesNothing() {
        Links<U, ID> links = new Links<>(this);
        OAuthAccount account = Accounts.google("1");
        U arthur = links.linked(Camelot.ARTHUR, account);
        U merlin = links.linked(Camelot.MERLIN, Accounts.google("2"));
        assertThat(links.update(merlin.id(), Accounts.renewed(account))).isFalse();
        assertThat(links.accountsOf(arthur)).containsExactly(account);
        assertThat(links.owner(account)).contains(arthur.id());
    }

    @Test
    default void update_ofAnAccountIsUndoneByARollback() {
        Links<U, ID> links = new Links<>(this);
        OAuthAccount account = Accounts.google("1");
        U arthur = links.linked(Camelot.ARTHUR, account);
        new Steps<>(this).undone(() -> oauthAccounts().update(arthur.id(), Accounts.renewed(account)));
        assertThat(links.accountsOf(arthur)).containsExactly(account);
    }
}
