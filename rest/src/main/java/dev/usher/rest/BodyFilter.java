package dev.usher.rest;

import dev.usher.rest.json.RequestBody;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a bounded body, and where an endpoint takes JSON checks its syntax: before the guards, as the contract says. */
final class BodyFilter implements ContainerRequestFilter {

    private final UsherRuntime usher;
    private final boolean takesJson;

    BodyFilter(UsherRuntime usher, boolean takesJson) {
        this.usher = usher;
        this.takesJson = takesJson;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        byte[] body = request.getLength() > Limits.BODY_BYTES
                ? new byte[Limits.BODY_BYTES + 1]
                : request.getEntityStream().readNBytes(Limits.BODY_BYTES + 1);
        if (body.length > Limits.BODY_BYTES) {
            request.abortWith(usher.responses().tooLarge());
            return;
        }
        request.setEntityStream(new ByteArrayInputStream(body));
        if (takesJson && body.length > 0) {
            boolean json = isJson(request.getHeaderString(HttpHeaders.CONTENT_TYPE));
            usher.state().body(json ? RequestBody.of(usher.json().reader().read(body)) : RequestBody.NOT_JSON);
        }
    }

    /** Read by hand, because an unreadable media type is to be answered like any other that is not JSON. */
    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int end = contentType.indexOf(';');
        String type =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
    }
}
