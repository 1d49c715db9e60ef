package dev.usher.rest;

import dev.usher.User;
import dev.usher.UserManager;
import dev.usher.token.TokenSubject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Optional;

/** Finds out who is calling: backends are tried in order, and the first token that belongs to a user wins. */
final class Authenticator {

    private final List<AuthenticationBackend> backends;
    private final UserManager<?, ?> users;

    Authenticator(AuthenticationBackends backends, UserManager<?, ?> users) {
        this.backends = backends.list();
        this.users = users;
    }

    Optional<Authentication> authenticate(ContainerRequestContext request) {
        List<TokenSubject> tokens = backends.stream()
                .flatMap(backend -> backend.transport().read(request).flatMap(backend.strategy()::read).stream())
                .toList();
        for (TokenSubject token : tokens) {
            Optional<? extends User<?>> user = users.findByToken(token);
            if (user.isPresent()) {
                return Optional.of(new Authentication(user.get(), tokens));
            }
        }
        return Optional.empty();
    }
}
