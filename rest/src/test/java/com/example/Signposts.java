package com.example;

import dev.usher.rest.OAuthResource;
import dev.usher.testkit.Knight;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;

/** Where browsers go that come back from a provider, in applications that have pages. */
final class Signposts {

    private Signposts() {}

    /** The server makes the pages. */
    @Path("auth")
    public static class ToAPage extends OAuthResource<Knight> {

        @Override
        protected String backend() {
            return "cookie";
        }

        @Override
        protected Response loggedIn(Knight knight, Response response) {
            return Response.fromResponse(response)
                    .status(Status.SEE_OTHER)
                    .location(URI.create("/hall"))
                    .build();
        }
    }

    /** The front end makes them. */
    @Path("auth")
    public static class ToAFrontEnd extends OAuthResource<Knight> {

        @Override
        protected String backend() {
            return "cookie";
        }

        @Override
        protected URI redirectUri(String provider, URI callback) {
            return callback.resolve("/back-from/" + provider);
        }
    }
}
