package dev.usher.rest;

import dev.usher.User;
import dev.usher.UserManager;
import jakarta.inject.Inject;

/**
 * What the endpoints have in common. Applications extend the resources below it, not this class.
 *
 * @param <U> the application's user type
 */
public abstract class UsherResource<U extends User<?>> {

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    UsherRuntime usher;

    UsherResource() {}

    @SuppressWarnings("unchecked") // the manager is used here with users it made itself
    UserManager<User<Object>, Object> manager() {
        return (UserManager<User<Object>, Object>) usher.users();
    }

    /** The user who passed the guard of this endpoint. */
    @SuppressWarnings("unchecked") // she was found by the application's one manager
    User<Object> caller() {
        return (User<Object>) usher.caller().user();
    }

    @SuppressWarnings(
            "unchecked") // an application has one manager, and names its user type where it extends a resource
    U own(User<?> user) {
        return (U) user;
    }
}
