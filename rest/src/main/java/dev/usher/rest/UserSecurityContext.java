package dev.usher.rest;

import dev.usher.User;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * The caller for code that asks Jakarta REST: her id as name, {@code superuser} and {@code verified} as roles,
 * the backend as scheme.
 */
final class UserSecurityContext implements SecurityContext {

    private final User<?> user;
    private final String backend;
    private final boolean secure;

    UserSecurityContext(Authentication caller, boolean secure) {
        this.user = caller.user();
        this.backend = caller.backend().name();
        this.secure = secure;
    }

    @Override
    public Principal getUserPrincipal() {
        return () -> String.valueOf(user.id());
    }

    @Override
    public boolean isUserInRole(String role) {
        return switch (role) {
            case "superuser" -> user.superuser();
            case "verified" -> user.verified();
            default -> false;
        };
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return backend;
    }
}
