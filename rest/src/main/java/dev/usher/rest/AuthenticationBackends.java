package dev.usher.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** The ways to be signed in that an application offers, in the order in which they are tried. */
public interface AuthenticationBackends {

    /** All of them, at least one. */
    List<AuthenticationBackend> list();

    /**
     * Whether a backend is there for a request. Where it is not, its login is 404 and its tokens are not read. To be
     * overridden, or set by {@link #enabledWhen}.
     */
    default boolean isEnabled(AuthenticationBackend backend, ContainerRequestContext request) {
        return true;
    }

    /** The same backends, each enabled for the requests that pass a test. */
    default AuthenticationBackends enabledWhen(BiPredicate<AuthenticationBackend, ContainerRequestContext> test) {
        return new AuthenticationBackends() {
            @Override
            public List<AuthenticationBackend> list() {
                return AuthenticationBackends.this.list();
            }

            @Override
            public boolean isEnabled(AuthenticationBackend backend, ContainerRequestContext request) {
                return AuthenticationBackends.this.isEnabled(backend, request) && test.test(backend, request);
            }
        };
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
