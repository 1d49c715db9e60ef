package dev.usher.rest;

import dev.usher.rest.json.RequestBody;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
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
            usher.state().body(read(request.getMediaType(), body));
        }
    }

    private RequestBody read(@Nullable MediaType type, byte[] body) {
        return isJson(type) ? RequestBody.of(usher.json().reader().read(body)) : RequestBody.NOT_JSON;
    }

    private static boolean isJson(@Nullable MediaType type) {
        if (type == null || !type.getType().equalsIgnoreCase("application")) {
            return false;
        }
        String subtype = type.getSubtype().toLowerCase(Locale.ROOT);
        return subtype.equals("json") || subtype.endsWith("+json");
    }
}
