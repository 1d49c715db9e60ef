package dev.usher.spi;

import org.jspecify.annotations.Nullable;

/**
 * Which users to list; a null component asks for nothing.
 *
 * @param active only those who are, or are not
 * @param superuser only those who are, or are not
 * @param verified only those who are, or are not
 * @param emailPrefix only those whose stored address begins with exactly these characters: capitals and accents matter,
 *     {@code %}, {@code _} and their like stand for themselves, an empty prefix asks for nothing, and text that no
 *     address begins with, however odd, finds nobody
 */
public record UserFilter(
        @Nullable Boolean active,
        @Nullable Boolean superuser,
        @Nullable Boolean verified,
        @Nullable String emailPrefix) {

    /** Every user. */
    public static final UserFilter ALL = new UserFilter(null, null, null, null);
}
