package dev.usher.rest;

import dev.usher.ErrorCode;
import dev.usher.Origins;
import dev.usher.UsersException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;

/**
 * Keeps other sites from making a browser use its cookie: requests that change something must come from pages that may.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
final class CrossSiteGuard {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Origins origins;

    CrossSiteGuard(Origins origins) {
        this.origins = origins;
    }

    /** Whether a token that was, or would be, presented this way does not count in this request. */
    boolean refuses(ContainerRequestContext request, Transport transport) {
        return transport.isAmbient()
                && !SAFE_METHODS.contains(request.getMethod())
                && !origins.allow(request.getHeaderString("Sec-Fetch-Site"), request.getHeaderString("Origin"));
    }

    /**
     * The same as a refusal.
     *
     * @throws UsersException {@code CSRF_REJECTED}
     */
    void require(ContainerRequestContext request, Transport transport) {
        if (refuses(request, transport)) {
            throw new UsersException(ErrorCode.CSRF_REJECTED);
        }
    }
}
