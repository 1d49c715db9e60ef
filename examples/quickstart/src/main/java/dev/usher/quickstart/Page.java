package dev.usher.quickstart;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** {@code GET /}: a page for the links in mails, where a person verifies her address or sets a new password. */
@Path("")
public class Page {

    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @GET
    public Response index() {
        return file("index.html", "text/html;charset=UTF-8");
    }

    @GET
    @Path("page.js")
    public Response script() {
        return file("page.js", "text/javascript;charset=UTF-8");
    }

    @GET
    @Path("page.css")
    public Response style() {
        return file("page.css", "text/css;charset=UTF-8");
    }

    private static Response file(String name, String type) {
        InputStream file = Page.class.getResourceAsStream("/page/" + name);
        return Response.ok(file, type)
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
