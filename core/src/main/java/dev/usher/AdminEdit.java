package dev.usher;

import org.jspecify.annotations.Nullable;

/**
 * What a superuser may change about a user: all that she may change herself, and her flags; null leaves one as it is.
 *
 * @param verified also stands where the address changes, which alone would make it unverified
 */
public record AdminEdit<U>(
        ProfileEdit<U> profile,
        @Nullable Boolean active,
        @Nullable Boolean superuser,
        @Nullable Boolean verified) {

    /** What a user changes about herself, as an edit that touches no flag. */
    static <U> AdminEdit<U> of(ProfileEdit<U> profile) {
        return new AdminEdit<>(profile, null, null, null);
    }
}
