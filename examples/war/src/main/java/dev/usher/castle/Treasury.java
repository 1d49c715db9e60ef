package dev.usher.castle;

import dev.usher.rest.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code GET /treasury}: who the caller is says Usher, what a role may says Jakarta's own annotation. */
@Path("treasury")
@Authenticated
public class Treasury {

    @GET
    @RolesAllowed("superuser")
    @Produces(MediaType.TEXT_PLAIN)
    public String count() {
        return "1000 crowns";
    }
}
