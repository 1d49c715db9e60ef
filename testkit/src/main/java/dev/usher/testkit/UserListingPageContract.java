package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Email;
import dev.usher.User;
import dev.usher.spi.UserFilter;
import dev.usher.spi.UserPage;
import dev.usher.spi.UserPage.Order;
import dev.usher.spi.UserPage.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The part of {@link UserListingContract} on pages and their order. */
interface UserListingPageContract<U extends User<ID>, ID> extends UserListingSubject<U, ID> {

    @Test
    default void list_isOneEmptyPageIfThereIsNobody() {
        for (Order order : Order.values()) {
            UserPage<U> page = new Walk<>(this).page(order, null, 1);
            assertThat(page.users()).isEmpty();
            assertThat(page.next()).isNull();
        }
    }

    @Test
    default void list_givesUsersWithEveryProperty() {
        U arthur = new Steps<>(this).stored(Camelot.ARTHUR);
        assertThat(new Walk<>(this).page(Order.ID, null, 1).users())
                .extracting(Snapshot::of)
                .containsExactly(Snapshot.of(arthur));
    }

    @Test
    default void list_visitsEveryUserOnceInPagesOfAnySize() {
        Walk<U, ID> walk = new Walk<>(this);
        List<String> court = walk.stored(
                "galahad@camelot.bt",
                "bors@camelot.bt",
                "kay@camelot.bt",
                "arthur@camelot.bt",
                "tristan@camelot.bt",
                "gawain@camelot.bt",
                "lancelot@camelot.bt");
        for (Order order : Order.values()) {
            List<String> atOnce = walk.emails(order, null, Request.MAX_LIMIT);
            assertThat(atOnce).as(order + " at once").containsExactlyInAnyOrderElementsOf(court);
            for (int limit = 1; limit <= 3; limit++) {
                assertThat(walk.emails(order, null, limit))
                        .as(order + " in pages of " + limit)
                        .isEqualTo(atOnce);
            }
        }
    }

    @Test
    default void list_byEmailIsOrderedByTheBytesOfUtf8() {
        Walk<U, ID> walk = new Walk<>(this);
        List<String> court = walk.stored(
                "\uff41rthur@camelot.bt",
                "\ud83d\udc51@camelot.bt",
                "zoe@camelot.bt",
                "åse@camelot.bt",
                "éowyn@camelot.bt",
                "eve@camelot.bt",
                "a.b@camelot.bt",
                "ab@camelot.bt",
                "a-b@camelot.bt",
                "a_b@camelot.bt",
                "a@camelot.bt",
                "Bors@camelot.bt",
                "~@camelot.bt",
                "ab@camelot.b");
        List<String> sorted = court.stream().sorted(Utf8.ORDER).toList();
        assertThat(walk.emails(Order.EMAIL, null, Request.MAX_LIMIT))
                .as("at once")
                .isEqualTo(sorted);
        assertThat(walk.emails(Order.EMAIL, null, 1)).as("one by one").isEqualTo(sorted);
    }

    @Test
    default void list_hasNoNextPageAfterAFullLastPage() {
        Walk<U, ID> walk = new Walk<>(this);
        walk.stored("a@camelot.bt", "b@camelot.bt", "c@camelot.bt", "d@camelot.bt");
        for (Order order : Order.values()) {
            assertThat(walk.page(order, null, 4).next()).as("of one page").isNull();
            UserPage<U> first = walk.page(order, null, 2);
            UserPage<U> second = walk.page(order, Objects.requireNonNull(first.next()), 2);
            assertThat(second.users()).hasSize(2);
            assertThat(second.next()).as("of two pages").isNull();
        }
    }

    @Test
    default void list_missesAndRepeatsNobodyWhileOthersComeAndGo() {
        for (Order order : Order.values()) {
            String at = "@" + order.name().toLowerCase(Locale.ROOT) + ".bt";
            List<String> met = meetingTheCourtWhileOthersComeAndGo(order, at);
            for (String name : List.of("c", "d", "e", "g", "h", "i", "k")) {
                assertThat(met).as(order + ": " + name).containsOnlyOnce(name + at);
            }
            assertThat(met).as(order + ": who comes").doesNotHaveDuplicates();
        }
    }

    @Test
    default void list_goesOnFromAUserWhoIsGone() {
        Steps<U, ID> steps = new Steps<>(this);
        Walk<U, ID> walk = new Walk<>(this);
        walk.stored("a@camelot.bt", "b@camelot.bt", "c@camelot.bt", "d@camelot.bt", "e@camelot.bt", "f@camelot.bt");
        for (Order order : Order.values()) {
            List<String> rest = walk.emails(order, walk.page(order, null, 2).next(), 9);
            UserPage<U> first = walk.page(order, null, 2);
            steps.delete(first.users().get(1).id());
            assertThat(walk.emails(order, Objects.requireNonNull(first.next()), 9))
                    .isEqualTo(rest);
        }
    }

    @Test
    default void list_seesWhatItsOwnTransactionWrote() {
        Steps<U, ID> steps = new Steps<>(this);
        Walk<U, ID> walk = new Walk<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        steps.undone(() -> {
            users().insert(steps.newUser(Camelot.MERLIN));
            users().delete(arthur.id());
            assertThat(walk.emails(UserFilter.ALL)).containsExactly("merlin@camelot.bt");
            assertThat(listing().count(UserFilter.ALL)).isEqualTo(1);
        });
        assertThat(walk.emails(UserFilter.ALL)).containsExactly("king.arthur@camelot.bt");
    }

    @Test
    default void list_doesNotStoreChangesOfTheObjects() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        steps.inTransaction(
                () -> new Walk<>(this).page(Order.ID, null, 1).users().get(0).superuser(true));
        assertThat(steps.reload(arthur).superuser()).isFalse();
    }

    private List<String> meetingTheCourtWhileOthersComeAndGo(Order order, String at) {
        Steps<U, ID> steps = new Steps<>(this);
        Walk<U, ID> walk = new Walk<>(this);
        for (String name : List.of("b", "c", "d", "e", "f", "g", "h", "i", "j", "k")) {
            walk.stored(name + at);
        }
        UserPage<U> page = walk.page(order, null, 3);
        List<String> met = new ArrayList<>(Walk.emails(page));
        for (String name : List.of("b", "f", "j")) {
            steps.find(Email.fromStorage(name + at)).ifPresent(user -> steps.delete(user.id()));
            walk.stored(name + "2" + at);
        }
        walk.stored("a" + at, "z" + at);
        met.addAll(walk.emails(order, page.next(), 2));
        return met;
    }
}
