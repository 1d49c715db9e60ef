package dev.usher.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * Gives errors that the runtime itself makes (404, 405, 406, 415, 400) the contract's body, below the paths of Usher's
 * own resources only. The application's other errors are left alone.
 */
final class ErrorShapeFilter implements ContainerResponseFilter {

    private final Responses responses;
    private final Set<String> roots = new CopyOnWriteArraySet<>();

    ErrorShapeFilter(Responses responses) {
        this.responses = responses;
    }

    void addRoot(String path) {
        roots.add(trimmed(path));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean clientError = response.getStatus() >= 400 && response.getStatus() < 500;
        if (clientError
                && !response.hasEntity()
                && isBelowRoot(trimmed(request.getUriInfo().getPath()))) {
            response.setEntity(responses.reasonPhrase(response.getStatusInfo()), null, MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private boolean isBelowRoot(String path) {
        return roots.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }

    /** Without slashes at the ends, because runtimes differ in whether a path starts with one. */
    private static String trimmed(String path) {
        int start = path.startsWith("/") ? 1 : 0;
        int end = path.length() > start && path.endsWith("/") ? path.length() - 1 : path.length();
        return path.substring(start, end);
    }
}
