package dev.usher.roundtable;

import dev.usher.rest.Authenticated;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Guarded by Usher as a class, and by Jakarta's own annotations beside it. */
@Path("vaults")
@Authenticated
public class Vaults {

    @GET
    @Path("gold")
    @RolesAllowed("superuser")
    public String gold() {
        return "gold";
    }

    @GET
    @Path("silver")
    @RolesAllowed({"superuser", "verified"})
    public String silver() {
        return "silver";
    }

    @GET
    @Path("copper")
    @PermitAll
    public String copper() {
        return "copper";
    }

    @GET
    @Path("grail")
    @DenyAll
    public String grail() {
        return "grail";
    }

    @GET
    @Path("window")
    @Authenticated(optional = true)
    @RolesAllowed("verified")
    public String window() {
        return "window";
    }
}
