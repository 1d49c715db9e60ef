package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Email;
import dev.usher.User;
import dev.usher.spi.UserFilter;
import dev.usher.spi.UserPage.Order;
import dev.usher.spi.UserPage.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The part of {@link UserListingContract} on filters and {@code count}. */
interface UserListingFilterContract<U extends User<ID>, ID> extends UserListingSubject<U, ID> {

    @Test
    default void list_givesThoseWhoPassEveryCombinationOfFilters() {
        List<U> court = court();
        for (UserFilter filter : combinations()) {
            assertThat(new Walk<>(this).emails(filter))
                    .as(filter.toString())
                    .containsExactlyInAnyOrderElementsOf(passing(court, filter));
        }
    }

    @Test
    default void list_filtersBeforeItCutsIntoPages() {
        List<U> court = court();
        UserFilter filter = new UserFilter(true, null, false, "page");
        for (int limit = 1; limit <= 3; limit++) {
            assertThat(new Walk<>(this).emails(filter, new Request(Order.EMAIL, null, limit)))
                    .containsExactlyElementsOf(passing(court, filter));
        }
    }

    @Test
    default void list_takesEveryCharacterOfAPrefixForItself() {
        Walk<U, ID> walk = new Walk<>(this);
        List<String> court = walk.stored(
                "per%ival@camelot.bt",
                "per_ival@camelot.bt",
                "per\\ival@camelot.bt",
                "per\\%@camelot.bt",
                "per*ival@camelot.bt",
                "per?ival@camelot.bt",
                "per'ival@camelot.bt",
                "per[i]@camelot.bt",
                "percival@camelot.bt",
                "per\ud83d\udc51@camelot.bt",
                "per\uffedval@camelot.bt",
                "pellinore@camelot.bt");
        for (String prefix : List.of(
                "per",
                "per%",
                "per_",
                "per\\",
                "per\\%",
                "per\\_",
                "per*",
                "per?",
                "per'",
                "per[",
                "per[i]",
                "per[a-z]",
                "per\ud83d\udc51",
                "per\uffed",
                "perc",
                "%",
                "_",
                "*",
                "?",
                ".",
                "p",
                "percival@camelot.bt")) {
            assertThat(walk.emails(Walk.prefix(prefix)))
                    .as(prefix)
                    .containsExactlyInAnyOrderElementsOf(court.stream()
                            .filter(email -> email.startsWith(prefix))
                            .toList());
        }
    }

    @Test
    default void list_comparesAPrefixExactly() {
        Walk<U, ID> walk = new Walk<>(this);
        List<String> court = walk.stored(
                "kröte@camelot.bt",
                "krote@camelot.bt",
                "\u0131graine@camelot.bt",
                "igraine@camelot.bt",
                "Kay@camelot.bt",
                "kay@camelot.bt",
                "gauß@camelot.bt",
                "gauss@camelot.bt");
        for (String prefix : List.of(
                "k",
                "K",
                "\u212a",
                "Kay",
                "KAY",
                "kr",
                "krö",
                "KRÖ",
                "kro",
                "kro\u0308",
                "i",
                "I",
                "\u0130",
                "\u0131",
                "gau",
                "gauß",
                "gauss",
                "gaus",
                "kay ",
                " kay")) {
            assertThat(walk.emails(Walk.prefix(prefix)))
                    .as(prefix)
                    .containsExactlyInAnyOrderElementsOf(court.stream()
                            .filter(email -> email.startsWith(prefix))
                            .toList());
        }
    }

    @Test
    default void list_findsEverybodyByAnEmptyPrefix() {
        Walk<U, ID> walk = new Walk<>(this);
        List<String> court = walk.stored("arthur@camelot.bt", "éowyn@camelot.bt", "\ud83d\udc51@camelot.bt");
        assertThat(walk.emails(Walk.prefix(""))).containsExactlyInAnyOrderElementsOf(court);
    }

    @Test
    default void list_findsNobodyByAPrefixThatNoAddressHas() {
        Walk<U, ID> walk = new Walk<>(this);
        walk.stored("arthur@camelot.bt", "merlin@camelot.bt");
        List<String> odd = new ArrayList<>(Hostile.texts());
        odd.remove("");
        odd.addAll(List.of("\ud7ff", "\uffff", "\udbff\udfff", "arthur\0", "arthur\ud800", "arthur\udbff\udfff"));
        for (String prefix : odd) {
            assertThat(walk.emails(Walk.prefix(prefix))).as(prefix).isEmpty();
            assertThat(listing().count(Walk.prefix(prefix))).as(prefix).isZero();
        }
    }

    @Test
    default void count_agreesWithTheList() {
        List<U> court = court();
        for (UserFilter filter : combinations()) {
            assertThat(listing().count(filter))
                    .as(filter.toString())
                    .isEqualTo(passing(court, filter).size());
        }
    }

    /** A knight and a page with each combination of flags. */
    private List<U> court() {
        Steps<U, ID> steps = new Steps<>(this);
        List<U> court = new ArrayList<>();
        for (int bits = 0; bits < 16; bits++) {
            U user = steps.newUser(Email.of(((bits & 8) == 0 ? "knight" : "page") + (bits & 7) + "@camelot.bt"));
            user.active((bits & 1) != 0);
            user.superuser((bits & 2) != 0);
            user.verified((bits & 4) != 0);
            court.add(steps.stored(user));
        }
        return court;
    }

    private static List<UserFilter> combinations() {
        List<UserFilter> filters = new ArrayList<>();
        List<@Nullable Boolean> answers = Arrays.asList(null, true, false);
        for (Boolean active : answers) {
            for (Boolean superuser : answers) {
                for (Boolean verified : answers) {
                    filters.add(new UserFilter(active, superuser, verified, null));
                    filters.add(new UserFilter(active, superuser, verified, "page"));
                }
            }
        }
        return filters;
    }

    private List<String> passing(List<U> court, UserFilter filter) {
        return court.stream()
                .filter(user -> isWanted(filter.active(), user.active()))
                .filter(user -> isWanted(filter.superuser(), user.superuser()))
                .filter(user -> isWanted(filter.verified(), user.verified()))
                .map(user -> user.email().value())
                .filter(email -> filter.emailPrefix() == null || email.startsWith(filter.emailPrefix()))
                .toList();
    }

    private static boolean isWanted(@Nullable Boolean wanted, boolean flag) {
        return wanted == null || wanted == flag;
    }
}
