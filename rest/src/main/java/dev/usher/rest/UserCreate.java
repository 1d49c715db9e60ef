package dev.usher.rest;

import dev.usher.User;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What anybody may send to register. An application adds its own public fields and copies them in {@link #applyTo}.
 *
 * <p>What is not written down here is ignored: nobody can make herself a superuser, because there is no such field.
 *
 * @param <U> the application's user type
 */
@SuppressWarnings("NullAway.Init") // filled by JSON-B, and validated before anybody reads it
public class UserCreate<U extends User<?>> {

    @NotNull @EmailAddress
    public String email;

    @NotNull @Size(max = Limits.PASSWORD_CHARACTERS) public String password;

    /** Copies the application's own fields to the new user; address and password are not its concern. */
    public void applyTo(U user) {}
}
