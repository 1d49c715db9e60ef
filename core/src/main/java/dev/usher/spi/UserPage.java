package dev.usher.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of users.
 *
 * @param users in the order that was asked for, and as many as were asked for: fewer on the last page only
 * @param next what to ask for as {@link Request#after()} to go on; null on the last page, also where that is full; its form
 *     is the adapter's affair
 */
public record UserPage<U>(List<U> users, @Nullable String next) {

    public UserPage {
        users = List.copyOf(users);
    }

    /** What users are ordered by. Both are unique, so that every order is total. */
    public enum Order {
        /** By id, in the database's order of ids. */
        ID,
        /** By canonical address, in the order of its UTF-8 bytes. */
        EMAIL
    }

    /**
     * Which page.
     *
     * @param after {@link UserPage#next()} of the page before; null for the first page
     * @param limit how many users at most, from 1 to {@value #MAX_LIMIT}
     */
    public record Request(Order order, @Nullable String after, int limit) {

        public static final int MAX_LIMIT = 1000;

        public Request {
            if (limit < 1 || limit > MAX_LIMIT) {
                throw new IllegalArgumentException("a page has from 1 to " + MAX_LIMIT + " users, not " + limit);
            }
        }
    }
}
