package dev.usher.rest.openapi;

import dev.usher.rest.BearerTransport;
import dev.usher.rest.CookieTransport;
import dev.usher.rest.Transport;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** The ways to sign in: a security scheme for each backend, under its name. */
final class SignIn {

    private final Map<String, Transport> backends;

    /** @param backends their transports by their names, in order */
    SignIn(Map<String, Transport> backends) {
        this.backends = backends;
    }

    /** The way of that name. */
    SignIn only(String name) {
        Transport transport = backends.get(name);
        return new SignIn(transport == null ? Map.of() : Map.of(name, transport));
    }

    List<Object> names() {
        return List.copyOf(backends.keySet());
    }

    /** Whether any backend is used by browsers on their own. */
    boolean hasCookies() {
        return transports().stream().anyMatch(Transport::isAmbient);
    }

    boolean hasTokens() {
        return !transports().stream().allMatch(Transport::isAmbient);
    }

    private Collection<Transport> transports() {
        return backends.values();
    }

    /** Any one of the schemes will do; none at all where the guard is optional. */
    void require(Operation operation, boolean optional) {
        backends.forEach((name, transport) -> {
            if (scheme(transport, "").isPresent()) {
                operation.addSecurityRequirement(
                        OASFactory.createSecurityRequirement().addScheme(name));
            }
        });
        if (optional) {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
        }
    }

    void addSchemes(Components components, String loginPath) {
        backends.forEach((name, transport) -> scheme(transport, loginPath.replace("{backend}", name))
                .ifPresent(scheme -> components.addSecurityScheme(name, scheme)));
    }

    /** Empty for transports of the application's own, which it describes itself. */
    private static Optional<SecurityScheme> scheme(Transport transport, String login) {
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
