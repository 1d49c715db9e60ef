package dev.usher.spi;

import org.jspecify.annotations.Nullable;

/**
 * Which users to list; a null component asks for nothing.
 *
 * @param active only those who are, or are not
 * @param superuser only those who are, or are not
 * @param verified only those who are, or are not
 * @param emailPrefix only those whose canonical address begins so; {@code %} and {@code _} stand for themselves
 */
public record UserFilter(
        @Nullable Boolean active,
        @Nullable Boolean superuser,
        @Nullable Boolean verified,
        @Nullable String emailPrefix) {

    /** Every user. */
    public static final UserFilter ALL = new UserFilter(null, null, null, null);
}
