package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.User;
import dev.usher.spi.OAuthAccount;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The part of {@link OAuthAccountDatabaseContract} on {@code findUser} and {@code findAccounts}. */
interface OAuthAccountFindContract<U extends User<ID>, ID> extends OAuthAccountDatabaseSubject<U, ID> {

    @Test
    default void findUser_findsTheUserOfAnAccountWithEveryProperty() {
        Links<U, ID> links = new Links<>(this);
        U arthur = links.linked(Camelot.ARTHUR, Accounts.google("1"), Accounts.google("2"));
        U merlin = links.linked(Camelot.MERLIN, Accounts.google("3"));
        assertThat(oauthAccounts().findUser("google", "2").map(Snapshot::of)).contains(Snapshot.of(arthur));
        assertThat(oauthAccounts().findUser("google", "3").map(Snapshot::of)).contains(Snapshot.of(merlin));
    }

    @Test
    default void findUser_isEmptyForAnAccountThatIsNotLinked() {
        new Links<>(this).linked(Camelot.ARTHUR, Accounts.google("1"));
        assertThat(oauthAccounts().findUser("google", "2")).isEmpty();
        assertThat(oauthAccounts().findUser("github", "1")).isEmpty();
    }

    @Test
    default void findUser_comparesProviderAndAccountIdExactly() {
        new Links<>(this).linked(Camelot.ARTHUR, Accounts.google("Excalibur"));
        for (String other :
                List.of("excalibur", "EXCALIBUR", "Excalibu", "Excalibur2", "Excalibu_", "Excal%", "Éxcalibur")) {
            assertThat(oauthAccounts().findUser("google", other)).as(other).isEmpty();
        }
        for (String other : List.of("Google", "GOOGLE", "googl", "google2", "goog_e", "%")) {
            assertThat(oauthAccounts().findUser(other, "Excalibur")).as(other).isEmpty();
        }
    }

    @Test
    default void findUser_byAnAccountDoesNotStoreChangesOfTheObject() {
        U arthur = new Links<>(this).linked(Camelot.ARTHUR, Accounts.google("1"));
        Steps<U, ID> steps = new Steps<>(this);
        steps.inTransaction(
                () -> oauthAccounts().findUser("google", "1").orElseThrow().superuser(true));
        assertThat(steps.reload(arthur).superuser()).isFalse();
    }

    @Test
    default void findAccounts_givesTheUsersOwnOnly() {
        Links<U, ID> links = new Links<>(this);
        U arthur = links.linked(Camelot.ARTHUR, Accounts.google("1"), Accounts.google("2"));
        U merlin = links.linked(Camelot.MERLIN, Accounts.google("3"));
        assertThat(links.accountsOf(arthur)).containsExactly(Accounts.google("1"), Accounts.google("2"));
        assertThat(links.accountsOf(merlin)).containsExactly(Accounts.google("3"));
    }

    @Test
    default void findAccounts_isEmptyForAUserWithoutAndForAnUnknownUser() {
        Links<U, ID> links = new Links<>(this);
        links.linked(Camelot.ARTHUR, Accounts.google("1"));
        assertThat(links.accountsOf(links.linked(Camelot.MERLIN))).isEmpty();
        assertThat(oauthAccounts().findAccounts(unknownId())).isEmpty();
    }

    @Test
    default void findAccounts_isOrderedByTheBytesOfProviderAndAccountId() {
        OAuthAccount[] accounts = Stream.of(
                        "GitHub 2",
                        "github 10",
                        "github 9",
                        "github Z",
                        "github a",
                        "github á",
                        "github ﬁ",
                        "github 👑",
                        "google 1",
                        "go-ogle 3",
                        "google a",
                        "google B")
                .map(name -> Accounts.of(name.split(" ")[0], name.split(" ")[1]))
                .toArray(OAuthAccount[]::new);
        Links<U, ID> links = new Links<>(this);
        assertThat(links.accountsOf(links.linked(Camelot.ARTHUR, accounts)))
                .extracting(account -> account.provider() + " " + account.accountId())
                .containsExactly(
                        "GitHub 2",
                        "github 10",
                        "github 9",
                        "github Z",
                        "github a",
                        "github á",
                        "github ﬁ",
                        "github 👑",
                        "go-ogle 3",
                        "google 1",
                        "google B",
                        "google a");
    }
}
