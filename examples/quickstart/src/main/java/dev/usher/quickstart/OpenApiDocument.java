package dev.usher.quickstart;

import io.smallrye.openapi.api.SmallRyeOpenAPI;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.jandex.Index;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /openapi.json}: what this application offers, as OpenAPI. A MicroProfile server makes it by itself, at
 * {@code /openapi}; here it is made at the first request, so that the start does not wait for it.
 */
@Singleton
@Path("openapi.json")
public class OpenApiDocument {

    private volatile @Nullable String json;

    @GET
    public Response document(@Context Request request) {
        String document = json();
        EntityTag tag = new EntityTag(Integer.toHexString(document.hashCode()));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(document, MediaType.APPLICATION_JSON_TYPE) : unchanged)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private synchronized String json() {
        String made = json;
        if (made == null) {
            made = make();
            json = made;
        }
        return made;
    }

    private static String make() {
        try {
            return SmallRyeOpenAPI.builder()
                    .withConfig(ConfigProvider.getConfig())
                    .withIndex(Index.of(described()))
                    .build()
                    .toJSON();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The application, its resources with what they inherit, and what they answer with. */
    private static Class<?>[] described() {
        Stream<Class<?>> resources = new Quickstart()
                .getClasses().stream()
                        .flatMap(each -> Stream.<Class<?>>iterate(each, Objects::nonNull, Class::getSuperclass))
                        .filter(each -> each != Object.class)
                        .distinct();
        return Stream.concat(Stream.of(Quickstart.class, Mail.class), resources).toArray(Class<?>[]::new);
    }
}
