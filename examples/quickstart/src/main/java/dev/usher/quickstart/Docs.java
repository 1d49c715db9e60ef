package dev.usher.quickstart;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/** {@code GET /docs}: Swagger UI, to read the OpenAPI document and to try it. All of it comes from here. */
@Path("docs")
public class Docs {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String YEAR = "public, max-age=31536000, immutable";

    private static final Map<String, String> PARTS = Map.of(
            "swagger-ui.css", "text/css;charset=UTF-8",
            "swagger-ui-bundle.js", "text/javascript;charset=UTF-8",
            "favicon-32x32.png", "image/png");

    private static final String VERSION = version();

    @GET
    public Response index() {
        try (InputStream page = resource("/docs/index.html")) {
            String html = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            return file(html.replace("{version}", VERSION), "text/html;charset=UTF-8", "no-cache");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @Path("docs.js")
    public Response script() {
        return file(resource("/docs/docs.js"), "text/javascript;charset=UTF-8", "no-cache");
    }

    /** The version stands in the URL, so that a part may be kept for ever. */
    @GET
    @Path("{version}/{part}")
    public Response part(@PathParam("version") String version, @PathParam("part") String part) {
        String type = PARTS.get(part);
        if (type == null || !version.equals(VERSION)) {
            throw new NotFoundException();
        }
        return file(resource("/META-INF/resources/webjars/swagger-ui/" + VERSION + "/" + part), type, YEAR);
    }

    private static Response file(Object content, String type, String caching) {
        return Response.ok(content, type)
                .header("Cache-Control", caching)
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static InputStream resource(String path) {
        InputStream found = Docs.class.getResourceAsStream(path);
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    private static String version() {
        Properties webjar = new Properties();
        try (InputStream properties = resource("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            webjar.load(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return webjar.getProperty("version");
    }
}
