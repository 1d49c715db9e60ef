package dev.usher.castle;

import dev.usher.rest.Authenticated;
import dev.usher.rest.CurrentUser;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code GET /hall}: for members whose address is verified. */
@Path("hall")
public class Hall {

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    CurrentUser<Member> me;

    @GET
    @Authenticated(verified = true)
    @Produces(MediaType.TEXT_PLAIN)
    public String enter() {
        return "Welcome, " + me.get().firstName() + "!";
    }
}
