package dev.usher.castle.local;

import dev.usher.castle.Castle;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.jandex.Index;

/** {@code GET /openapi}, as servers with MicroProfile OpenAPI have it. */
public final class LocalOpenApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Document.class);
    }

    /** The document of the castle. */
    @Path("")
    public static class Document {

        @GET
        @Produces(MediaType.APPLICATION_JSON)
        public String document() throws IOException {
            Stream<Class<?>> scanned = Stream.concat(Stream.of(Castle.class), new Castle().getClasses().stream())
                    .flatMap(each -> Stream.<Class<?>>iterate(each, Objects::nonNull, Class::getSuperclass))
                    .filter(each -> each.getName().startsWith("dev.usher."))
                    .distinct();
            return SmallRyeOpenAPI.builder()
                    .withConfig(ConfigProvider.getConfig())
                    .withIndex(Index.of(scanned.toArray(Class<?>[]::new)))
                    .build()
                    .toJSON();
        }
    }
}
