package dev.usher.rest;

import dev.usher.AdminEdit;
import dev.usher.User;
import dev.usher.rest.json.NotNullIfSent;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a superuser may send to change a user, beside what the user may send herself. An application adds public fields
 * that only superusers may change, and copies them in {@link #applyTo}.
 *
 * @param <U> the application's user type
 */
public class AdminUpdate<U extends User<?>> extends UpdateBody<U> {

    private static final Set<String> OF_USHER = Set.of("isActive", "isSuperuser", "isVerified");

    @NotNullIfSent
    public @Nullable Boolean isActive;

    @NotNullIfSent
    public @Nullable Boolean isSuperuser;

    @NotNullIfSent
    public @Nullable Boolean isVerified;

    /** The same for the manager, together with what the user may send herself. */
    AdminEdit<U> edit(UserUpdate<U> profile) {
        return new AdminEdit<>(
                profile.edit(sentMoreThan(OF_USHER) ? this::applyTo : null), isActive, isSuperuser, isVerified);
    }
}
