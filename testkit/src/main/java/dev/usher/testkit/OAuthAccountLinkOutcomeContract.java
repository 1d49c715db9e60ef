package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.usher.Email;
import dev.usher.User;
import dev.usher.spi.OAuthAccount;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of {@link OAuthAccountDatabaseContract} on what {@code link} refuses. */
interface OAuthAccountLinkOutcomeContract<U extends User<ID>, ID> extends OAuthAccountDatabaseSubject<U, ID> {

    @Test
    default void link_refusesAnAccountThatIsLinkedToTheSameUser() {
        Links<U, ID> links = new Links<>(this);
        OAuthAccount account = Accounts.google("1");
        U arthur = links.linked(Camelot.ARTHUR, account);
        assertThat(links.link(arthur, Accounts.renewed(account))).isFalse();
        assertThat(links.accountsOf(arthur)).containsExactly(account);
    }

    @Test
    default void link_refusesAnAccountThatIsLinkedToAnotherUser() {
        Links<U, ID> links = new Links<>(this);
        OAuthAccount account = Accounts.google("1");
        U arthur = links.linked(Camelot.ARTHUR, account);
        U merlin = links.linked(Camelot.MERLIN);
        assertThat(links.link(merlin, Accounts.renewed(account))).isFalse();
        assertThat(links.accountsOf(arthur)).containsExactly(account);
        assertThat(links.accountsOf(merlin)).isEmpty();
        assertThat(links.owner(account)).contains(arthur.id());
    }

    @Test
    default void link_refusesAnUnknownUser() {
        Links<U, ID> links = new Links<>(this);
        U arthur = links.linked(Camelot.ARTHUR);
        assertThat(links.link(unknownId(), Accounts.google("1"))).isFalse();
        assertThat(links.owner(Accounts.google("1"))).isEmpty();
        assertThat(links.link(arthur, Accounts.google("1")))
                .as("the account is free")
                .isTrue();
    }

    @Test
    default void link_ofATakenAccountLeavesTheTransactionAsDeclared() {
        U merlin = new Links<>(this).linked(Camelot.MERLIN, Accounts.google("taken"));
        assertTransactionIsAsDeclaredAfterLinking(merlin.id(), "taken");
    }

    @Test
    default void link_toAnUnknownUserLeavesTheTransactionAsDeclared() {
        assertTransactionIsAsDeclaredAfterLinking(unknownId(), "free");
    }

    @Test
    default void link_letsExactlyOneOfManyConcurrentCallersHaveAnAccount() {
        Steps<U, ID> steps = new Steps<>(this);
        Links<U, ID> links = new Links<>(this);
        List<U> knights = IntStream.range(0, Race.RUNNERS)
                .mapToObj(runner -> steps.stored(steps.newUser(Email.of("knight" + runner + "@camelot.bt"))))
                .toList();
        for (int round = 0; round < Race.ROUNDS; round++) {
            OAuthAccount contested = Accounts.google("round table " + round);
            List<Boolean> outcomes = Race.run(runner -> links.link(knights.get(runner), contested));
            assertThat(Collections.frequency(outcomes, true)).as("winners").isEqualTo(1);
            U winner = knights.get(outcomes.indexOf(true));
            assertThat(links.owner(contested)).contains(winner.id());
        }
    }

    private void assertTransactionIsAsDeclaredAfterLinking(ID userId, String accountId) {
        Links<U, ID> links = new Links<>(this);
        U arthur = links.linked(Camelot.ARTHUR);
        Throwable end = catchThrowable(() -> new Steps<>(this).inTransaction(() -> {
            oauthAccounts().link(arthur.id(), Accounts.google("before"));
            assertThat(oauthAccounts().link(userId, Accounts.google(accountId))).isFalse();
            if (survivesDuplicates()) {
                assertThat(oauthAccounts().link(arthur.id(), Accounts.google("later")))
                        .isTrue();
            }
        }));
        assertThat(end == null || !survivesDuplicates())
                .as("the transaction ends well")
                .isTrue();
        assertThat(links.owner(Accounts.google("before")).isPresent()).isEqualTo(end == null);
        assertThat(links.owner(Accounts.google("later")).isPresent()).isEqualTo(survivesDuplicates());
    }
}
