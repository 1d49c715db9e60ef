package dev.usher.rest;

import dev.usher.Email;
import dev.usher.ProfileEdit;
import dev.usher.User;
import dev.usher.rest.json.NotNullIfSent;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a user may send to change herself. An application adds its own public fields and copies them in {@link #applyTo}.
 *
 * <p>Flags have no place here: nobody can make herself a superuser.
 *
 * @param <U> the application's user type
 */
public class UserUpdate<U extends User<?>> extends UpdateBody<U> {

    private static final Set<String> OF_USHER = Set.of("email", "password");

    @NotNullIfSent
    @EmailAddress
    public @Nullable String email;

    /** {@code null} leaves the password. */
    @Size(max = Limits.PASSWORD_CHARACTERS) public @Nullable String password;

    /** The same for the manager. */
    ProfileEdit<U> edit(@Nullable Consumer<U> more) {
        Consumer<U> own = sentMoreThan(OF_USHER) ? this::applyTo : null;
        Consumer<U> details = own == null || more == null ? (own == null ? more : own) : own.andThen(more);
        return new ProfileEdit<>(email == null ? null : Email.of(email), password, details);
    }
}
