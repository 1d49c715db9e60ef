package dev.usher.rest.openapi;

import dev.usher.rest.AuthenticationBackend;
import dev.usher.rest.BearerTransport;
import dev.usher.rest.CookieTransport;
import dev.usher.rest.Transport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** The ways to sign in: a security scheme for each backend, under its name. */
final class SignIn {

    private final List<AuthenticationBackend> backends;

    SignIn(List<AuthenticationBackend> backends) {
        this.backends = backends;
    }

    List<Object> names() {
        return backends.stream().<Object>map(AuthenticationBackend::name).toList();
    }

    /** Whether any backend is used by browsers on their own. */
    boolean hasCookies() {
        return backends.stream().anyMatch(backend -> backend.transport().isAmbient());
    }

    boolean hasTokens() {
        return backends.stream().anyMatch(backend -> !backend.transport().isAmbient());
    }

    /** Any one of the schemes will do; none at all where the guard is optional. */
    void require(Operation operation, boolean optional) {
        for (AuthenticationBackend backend : backends) {
            if (scheme(backend, "").isPresent()) {
                operation.addSecurityRequirement(
                        OASFactory.createSecurityRequirement().addScheme(backend.name()));
            }
        }
        if (optional) {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
        }
    }

    void addSchemes(Components components, String loginPath) {
        for (AuthenticationBackend backend : backends) {
            scheme(backend, loginPath.replace("{backend}", backend.name()))
                    .ifPresent(scheme -> components.addSecurityScheme(backend.name(), scheme));
        }
    }

    /** Empty for transports of the application's own, which it describes itself. */
    private static Optional<SecurityScheme> scheme(AuthenticationBackend backend, String login) {
        Transport transport = backend.transport();
        if (transport instanceof BearerTransport) {
            return Optional.of(OASFactory.createSecurityScheme()
                    .type(SecurityScheme.Type.OAUTH2)
                    .description("A token in the header Authorization, signed in for with the login form")
                    .flows(OASFactory.createOAuthFlows()
                            .password(
                                    OASFactory.createOAuthFlow().tokenUrl(login).scopes(Map.of()))));
        }
        return transport instanceof CookieTransport cookie
                ? Optional.of(OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name(cookie.cookieName())
                        .description("A cookie that POST " + login + " sets"))
                : Optional.empty();
    }
}
