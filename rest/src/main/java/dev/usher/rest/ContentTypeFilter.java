package dev.usher.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/**
 * Lets a missing or unreadable {@code Content-Type} below Usher's paths count as {@code application/octet-stream} (RFC
 * 9110 section 8.3), so that the endpoint answers it. Runtimes would answer the one with 400 and guess about the other.
 */
@PreMatching
final class ContentTypeFilter implements ContainerRequestFilter {

    private final Roots roots;

    ContentTypeFilter(Roots roots) {
        this.roots = roots;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (roots.isAbove(request.getUriInfo().getPath()) && !hasReadableType(request)) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
        }
    }

    private static boolean hasReadableType(ContainerRequestContext request) {
        try {
            return request.getMediaType() != null;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
