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
        return page(UserFilter.ALL, new Request(order, after, limit));
    }

    private UserPage<U> page(UserFilter filter, Request request) {
        UserPage<U> page = subject.listing().list(filter, request);
        assertThat(page.users()).as("a page").hasSizeLessThanOrEqualTo(request.limit());
        if (page.next() != null) {
            assertThat(page.users()).as("a page that is not the last").hasSize(request.limit());
        }
        return page;
    }

    /** The addresses on the pages after a key, in the order they are met. */
    List<String> emails(Order order, @Nullable String after, int limit) {
        return emails(UserFilter.ALL, new Request(order, after, limit));
    }

    /** The addresses on this page and those after it, in the order they are met. */
    List<String> emails(UserFilter filter, Request first) {
        List<String> met = new ArrayList<>();
        Request request = first;
        for (int pages = 0; pages < MAX_PAGES; pages++) {
            UserPage<U> page = page(filter, request);
            met.addAll(emails(page));
            if (page.next() == null) {
                return met;
            }
            request = new Request(first.order(), page.next(), first.limit());
        }
        throw new AssertionError("there was no end to the pages: " + met);
    }

    /** The addresses of those who pass a filter. */
    List<String> emails(UserFilter filter) {
        return emails(filter, new Request(Order.EMAIL, null, Request.MAX_LIMIT));
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
