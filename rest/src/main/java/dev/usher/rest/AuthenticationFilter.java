package dev.usher.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Lets a caller pass one guard, with her user, or answers 401 or 403. */
final class AuthenticationFilter implements ContainerRequestFilter {

    private final UsherRuntime usher;
    private final Guard guard;

    AuthenticationFilter(UsherRuntime usher, Guard guard) {
        this.usher = usher;
        this.guard = guard;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<Authentication> caller = usher.authenticator().authenticate(request);
        Optional<Response> refusal = refusal(request, caller);
        if (refusal.isEmpty()) {
            caller.ifPresent(authentication -> admit(request, authentication));
        } else if (!guard.optional()) {
            request.abortWith(refusal.get());
        }
    }

    private Optional<Response> refusal(ContainerRequestContext request, Optional<Authentication> caller) {
        if (caller.isPresent()
                && usher.crossSite().refuses(request, caller.get().backend().transport())) {
            return Optional.of(usher.responses().crossSite());
        }
        return guard.refusal(caller).map(status -> switch (status) {
            case UNAUTHORIZED ->
                usher.responses().unauthorized(usher.authenticator().hasCredentials(request));
            default -> usher.responses().forbidden();
        });
    }

    private void admit(ContainerRequestContext request, Authentication caller) {
        usher.state().authentication(caller);
        request.setSecurityContext(
                new UserSecurityContext(caller, request.getSecurityContext().isSecure()));
    }
}
