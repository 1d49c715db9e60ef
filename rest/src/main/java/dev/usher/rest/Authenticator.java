package dev.usher.rest;

import dev.usher.AccessTokens;
import dev.usher.User;
import dev.usher.token.TokenSubject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds out who is calling: backends are tried in order, and the first token that belongs to a user wins. A token that
 * another site made the browser send is tried last.
 */
final class Authenticator {

    private final AuthenticationBackends backends;
    private final AccessTokens<?, ?> tokens;
    private final CrossSiteGuard crossSite;

    Authenticator(AuthenticationBackends backends, AccessTokens<?, ?> tokens, CrossSiteGuard crossSite) {
        this.backends = backends;
        this.tokens = tokens;
        this.crossSite = crossSite;
    }

    Optional<Authentication> authenticate(ContainerRequestContext request) {
        List<Presented> presented = presented(request);
        for (Presented each : presented) {
            Optional<? extends User<?>> user = tokens.findUser(each.token());
            if (user.isPresent()) {
                List<TokenSubject> all =
                        presented.stream().map(Presented::token).toList();
                return Optional.of(new Authentication(user.get(), each.backend(), all));
            }
        }
        return Optional.empty();
    }

    /** Whether a request presents anything that should be a token. */
    boolean hasCredentials(ContainerRequestContext request) {
        return enabled(request).stream()
                .anyMatch(backend -> backend.transport().read(request).isPresent());
    }

    /** The backend of a name, if it is enabled for a request. */
    Optional<AuthenticationBackend> find(String name, ContainerRequestContext request) {
        return enabled(request).stream()
                .filter(backend -> backend.name().equals(name))
                .findFirst();
    }

    /**
     * Refuses a name that no backend has, whether or not it would be enabled.
     *
     * @throws IllegalStateException which says so
     */
    void require(String name) {
        if (backends.list().stream().noneMatch(backend -> backend.name().equals(name))) {
            throw new IllegalStateException("there is no authentication backend '" + name + "'");
        }
    }

    private List<Presented> presented(ContainerRequestContext request) {
        List<Presented> presented = new ArrayList<>();
        for (AuthenticationBackend backend : enabled(request)) {
            backend.transport()
                    .read(request)
                    .flatMap(backend.strategy()::read)
                    .ifPresent(token -> presented.add(new Presented(backend, token)));
        }
        presented.sort(Comparator.comparing(
                each -> crossSite.refuses(request, each.backend().transport())));
        return presented;
    }

    private List<AuthenticationBackend> enabled(ContainerRequestContext request) {
        return backends.list().stream()
                .filter(backend -> backends.isEnabled(backend, request))
                .toList();
    }

    private record Presented(AuthenticationBackend backend, TokenSubject token) {}
}
