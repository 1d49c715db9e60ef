package dev.usher;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a user may change about herself. What only a superuser may change has no place here; see {@link AdminEdit}.
 *
 * @param email her new address; null leaves it
 * @param password her new password in plain text; null leaves it
 * @param details changes the application's own fields; null if none of them changes
 */
public record ProfileEdit<U>(
        @Nullable Email email,
        @Nullable String password,
        @Nullable Consumer<? super U> details) {

    @Override
    public String toString() {
        return "ProfileEdit[email=" + email + ", password=" + (password == null ? "null" : "redacted") + "]";
    }
}
