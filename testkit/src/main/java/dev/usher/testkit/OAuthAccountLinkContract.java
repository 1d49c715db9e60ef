package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.User;
import dev.usher.spi.OAuthAccount;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link OAuthAccountDatabaseContract} on what {@code link} stores. */
interface OAuthAccountLinkContract<U extends User<ID>, ID> extends OAuthAccountDatabaseSubject<U, ID> {

    @Test
    default void link_storesEveryComponent() {
        Links<U, ID> links = new Links<>(this);
        OAuthAccount account = new OAuthAccount(
                "google",
                "10769150350006150715113082367",
                "King.Arthur@Avalon.example",
                "ya29.a0'AfH6\\%",
                "1//0é",
                Accounts.EXPIRY);
        assertThat(links.accountsOf(links.linked(Camelot.ARTHUR, account))).containsExactly(account);
    }

    @Test
    default void link_storesAnAccountWithoutRefreshTokenAndExpiry() {
        Links<U, ID> links = new Links<>(this);
        OAuthAccount account = Accounts.bare(Accounts.google("1"));
        assertThat(links.accountsOf(links.linked(Camelot.ARTHUR, account))).containsExactly(account);
    }

    @Test
    default void link_storesTheLongestValues() {
        Links<U, ID> links = new Links<>(this);
        OAuthAccount account = Accounts.longest();
        U arthur = links.linked(Camelot.ARTHUR, account);
        assertThat(links.accountsOf(arthur)).containsExactly(account);
        assertThat(links.owner(account)).contains(arthur.id());
    }

    @Test
    default void link_keepsTheExpiryToTheSecond() {
        Links<U, ID> links = new Links<>(this);
        Instant clockChange = Instant.parse("2026-10-25T00:30:01Z");
        OAuthAccount account = Accounts.google("1");
        U arthur = links.linked(Camelot.ARTHUR, expiring(account, Instant.EPOCH));
        for (Instant expiry : List.of(clockChange, clockChange.plusSeconds(3599), Accounts.EXPIRY)) {
            OAuthAccount other = expiring(Accounts.google(expiry.toString()), expiry);
            links.link(arthur, other);
            assertThat(links.accountsOf(arthur)).contains(other);
        }
        assertThat(links.accountsOf(arthur)).contains(expiring(account, Instant.EPOCH));
    }

    @Test
    default void link_keepsAccountIdsApartThatOnlyLookAlike() {
        Links<U, ID> links = new Links<>(this);
        U arthur = links.linked(Camelot.ARTHUR);
        for (String accountId : List.of(
                "id",
                "ID",
                "Id",
                "\u0130d",
                "i\u0307d",
                "\u0131d",
                "k",
                "\u212a",
                "kr\u00f6te",
                "kro\u0308te",
                "gauß",
                "gauss",
                "ﬁnn",
                "finn",
                "1",
                "01",
                "1.0",
                "%",
                "_")) {
            OAuthAccount account = Accounts.google(accountId);
            assertThat(links.link(arthur, account)).as(accountId).isTrue();
            assertThat(links.accountsOf(arthur)).as(accountId).contains(account);
        }
    }

    @Test
    default void link_keepsOneAccountIdOfTwoProvidersApart() {
        Links<U, ID> links = new Links<>(this);
        OAuthAccount google = Accounts.of("google", "1");
        OAuthAccount github = Accounts.of("github", "1");
        U arthur = links.linked(Camelot.ARTHUR, google);
        U merlin = links.linked(Camelot.MERLIN, github);
        assertThat(links.owner(google)).contains(arthur.id());
        assertThat(links.owner(github)).contains(merlin.id());
    }

    @Test
    default void link_isSeenByItsOwnTransaction() {
        Links<U, ID> links = new Links<>(this);
        U arthur = links.linked(Camelot.ARTHUR);
        new Steps<>(this).inTransaction(() -> {
            oauthAccounts().link(arthur.id(), Accounts.google("1"));
            assertThat(links.owner(Accounts.google("1"))).contains(arthur.id());
            assertThat(links.accountsOf(arthur)).containsExactly(Accounts.google("1"));
        });
    }

    @Test
    default void link_isUndoneByARollback() {
        Links<U, ID> links = new Links<>(this);
        U arthur = links.linked(Camelot.ARTHUR);
        new Steps<>(this).undone(() -> oauthAccounts().link(arthur.id(), Accounts.google("1")));
        assertThat(links.owner(Accounts.google("1"))).isEmpty();
        assertThat(links.link(arthur, Accounts.google("1"))).isTrue();
    }

    private static OAuthAccount expiring(OAuthAccount account, Instant expiry) {
        return new OAuthAccount(
                account.provider(),
                account.accountId(),
                account.accountEmail(),
                account.accessToken(),
                account.refreshToken(),
                expiry);
    }
}
