package dev.usher.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ways to be signed in that an application offers, in the order in which they are tried. */
public interface AuthenticationBackends {

    /** All of them, at least one. */
    List<AuthenticationBackend> list();

    /** The one of a name. */
    default Optional<AuthenticationBackend> find(String name) {
        return list().stream().filter(backend -> backend.name().equals(name)).findFirst();
    }

    /**
     * Lists backends.
     *
     * @throws IllegalArgumentException if there is none, if two have one name, or if one is named {@code associate} or
     *     {@code authorize}, which are paths of the OAuth endpoints
     */
    static AuthenticationBackends of(AuthenticationBackend... backends) {
        List<AuthenticationBackend> list = List.of(backends);
        if (list.isEmpty()) {
            throw new IllegalArgumentException("an application needs at least one authentication backend");
        }
        Set<String> taken = new HashSet<>(Set.of("associate", "authorize"));
        for (AuthenticationBackend backend : list) {
            if (!taken.add(backend.name())) {
                throw new IllegalArgumentException(
                        "an authentication backend cannot be named '" + backend.name() + "': the name is taken");
            }
        }
        return () -> list;
    }
}
