package dev.usher.rest;

import dev.usher.rest.json.JsonFormat;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;

/**
 * Writes errors the way the client wants to read them. Errors that the runtime itself makes (404, 405, 406, 415, 400) are
 * given the contract's body below the paths of Usher's own resources only; the application's other errors are left alone.
 *
 * <p>An unexpected failure of Usher's own endpoints (500) has that form too, whatever was said of it: Open Liberty answers
 * with the message of the exception.
 */
final class ErrorFilter implements ContainerResponseFilter {

    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    private static final int UNEXPECTED = 500;

    private final JsonFormat json;
    private final Roots roots;

    ErrorFilter(JsonFormat json, Roots roots) {
        this.json = json;
        this.roots = roots;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof ErrorBody error) {
            write(error, request, response);
        } else if (isUnexpected(request, response) || isNakedClientError(request, response)) {
            write(ErrorBody.PLAIN, request, response);
        }
    }

    private static boolean isUnexpected(ContainerRequestContext request, ContainerResponseContext response) {
        return response.getStatus() == UNEXPECTED
                && request.getUriInfo().getMatchedResources().stream().anyMatch(UsherResource.class::isInstance);
    }

    private boolean isNakedClientError(ContainerRequestContext request, ContainerResponseContext response) {
        return response.getStatus() >= 400
                && response.getStatus() < UNEXPECTED
                && !response.hasEntity()
                && roots.isAbove(request.getUriInfo().getPath());
    }

    private void write(ErrorBody error, ContainerRequestContext request, ContainerResponseContext response) {
        Locale locale = Messages.locale(request);
        boolean problem = wantsProblem(request);
        Object body = problem
                ? error.problem(response.getStatusInfo(), locale)
                : error.json(response.getStatusInfo(), locale);
        response.setEntity(json.write(body), null, problem ? PROBLEM : MediaType.APPLICATION_JSON_TYPE);
    }

    /** Whether the client names problems before any other JSON; a wildcard names the contract's form. */
    private static boolean wantsProblem(ContainerRequestContext request) {
        for (MediaType type : acceptable(request)) {
            if (isRefused(type)) {
                continue;
            }
            if (type.isWildcardSubtype() || type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (type.isCompatible(PROBLEM)) {
                return true;
            }
        }
        return false;
    }

    /** Whether its weight is zero, which says that it is not acceptable (RFC 9110 section 12.4.2). */
    private static boolean isRefused(MediaType type) {
        String weight = type.getParameters().get("q");
        return weight != null && weight.matches("0(\\.0*)?");
    }

    private static List<MediaType> acceptable(ContainerRequestContext request) {
        try {
            return request.getAcceptableMediaTypes();
        } catch (RuntimeException unreadable) {
            return List.of();
        }
    }
}
