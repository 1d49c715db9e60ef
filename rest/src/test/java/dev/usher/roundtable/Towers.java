package dev.usher.roundtable;

import dev.usher.rest.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Guarded as a class; one method asks for less. */
@Path("towers")
@Authenticated(superuser = true)
public class Towers {

    @GET
    @Path("top")
    public String top() {
        return "the top";
    }

    @GET
    @Path("foot")
    @Authenticated(optional = true)
    public String foot() {
        return "the foot";
    }
}
