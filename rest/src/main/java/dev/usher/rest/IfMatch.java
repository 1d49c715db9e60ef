package dev.usher.rest;

import dev.usher.User;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * The versions of a user that a client has read and will change, as the header {@code If-Match} says.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1">RFC 9110 section 13.1.1</a>
 */
final class IfMatch {

    private IfMatch() {}

    /** The version of a user's row, as a strong entity tag. */
    static EntityTag tag(User<?> user) {
        return new EntityTag(String.valueOf(user.rowVersion()));
    }

    /** Whether a version is one of those; all are where the header is absent. A weak tag is no version of ours. */
    static LongPredicate of(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.IF_MATCH);
        if (header == null || header.strip().equals("*")) {
            return version -> true;
        }
        return version -> Arrays.stream(header.split(",")).map(String::strip).anyMatch(("\"" + version + "\"")::equals);
    }
}
