package dev.usher.rest;

import dev.usher.User;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Who is calling: injected into a resource that is guarded by {@link Authenticated}.
 *
 * <p>Answers for the request of the calling thread, in a bean of any scope.
 *
 * @param <U> the application's user type
 */
public interface CurrentUser<U extends User<?>> {

    /** The user who passed the guard; empty where the guard is optional, or there is none. */
    Optional<U> find();

    /**
     * The same where there must be one.
     *
     * @throws NoSuchElementException if there is none
     */
    default U get() {
        return find().orElseThrow(() -> new NoSuchElementException(
                "nobody is signed in here: guard the resource with @Authenticated, without optional"));
    }
}
