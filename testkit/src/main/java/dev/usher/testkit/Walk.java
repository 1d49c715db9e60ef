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
import org.jspecify.annotations.Nullable;

/** What an administrator does with a {@link dev.usher.spi.UserListing}: she turns page after page. */
record Walk<U extends User<ID>, ID>(UserListingSubject<U, ID> subject) {

    private static final int MAX_PAGES = 99;

    UserPage<U> page(Order order, @Nullable String after, int limit) {
        UserPage<U> page = subject.listing().list(UserFilter.ALL, new Request(order, after, limit));
        assertThat(page.users()).as("a page").hasSizeLessThanOrEqualTo(limit);
        return page;
    }

    /** The addresses on the pages after a key, in the order they are met. */
    List<String> emails(Order order, @Nullable String after, int limit) {
        List<String> met = new ArrayList<>();
        String next = after;
        for (int pages = 0; pages < MAX_PAGES; pages++) {
            UserPage<U> page = page(order, next, limit);
            met.addAll(emails(page));
            next = page.next();
            if (next == null) {
                return met;
            }
        }
        throw new AssertionError("there was no end to the pages: " + met);
    }

    /** The addresses of those who pass a filter. */
    List<String> emails(UserFilter filter) {
        return emails(subject.listing().list(filter, new Request(Order.EMAIL, null, Request.MAX_LIMIT)));
    }

    static List<String> emails(UserPage<? extends User<?>> page) {
        return page.users().stream().map(user -> user.email().value()).toList();
    }

    static UserFilter prefix(String emailPrefix) {
        return new UserFilter(null, null, null, emailPrefix);
    }

    /** Stores users with these addresses, taken as they are. */
    List<String> stored(String... addresses) {
        Steps<U, ID> steps = new Steps<>(subject);
        for (String address : addresses) {
            steps.stored(steps.newUser(Email.fromStorage(address)));
        }
        return List.of(addresses);
    }
}
