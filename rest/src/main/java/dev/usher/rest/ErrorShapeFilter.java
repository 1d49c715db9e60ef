package dev.usher.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;

/**
 * Gives errors that the runtime itself makes (404, 405, 406, 415, 400) the contract's body, below the paths of Usher's
 * own resources only. The application's other errors are left alone.
 */
final class ErrorShapeFilter implements ContainerResponseFilter {

    private final Responses responses;
    private final Roots roots;

    ErrorShapeFilter(Responses responses, Roots roots) {
        this.responses = responses;
        this.roots = roots;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean clientError = response.getStatus() >= 400 && response.getStatus() < 500;
        if (clientError
                && !response.hasEntity()
                && roots.isAbove(request.getUriInfo().getPath())) {
            response.setEntity(responses.reasonPhrase(response.getStatusInfo()), null, MediaType.APPLICATION_JSON_TYPE);
        }
    }
}
