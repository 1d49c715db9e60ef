package dev.usher.roundtable;

import dev.usher.rest.Authenticated;
import dev.usher.rest.CurrentUser;
import dev.usher.testkit.Knight;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** The application's own endpoints, one for each kind of guard. Each says who is there. */
@Path("halls")
public class Halls {

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    CurrentUser<Knight> me;

    @GET
    @Path("open")
    public String open() {
        return who();
    }

    @GET
    @Path("optional")
    @Authenticated(optional = true)
    public String optional() {
        return who();
    }

    @GET
    @Path("active")
    @Authenticated
    public String active() {
        return who();
    }

    @GET
    @Path("verified")
    @Authenticated(verified = true)
    public String verified() {
        return who();
    }

    @GET
    @Path("superuser")
    @Authenticated(superuser = true)
    public String superuser() {
        return who();
    }

    @GET
    @Path("both")
    @Authenticated(verified = true, superuser = true)
    public String both() {
        return who();
    }

    @GET
    @Path("roles")
    @Authenticated
    public String roles(@Context SecurityContext security) {
        return security.getUserPrincipal().getName() + " verified=" + security.isUserInRole("verified") + " superuser="
                + security.isUserInRole("superuser");
    }

    @GET
    @Path("bad")
    public String bad() {
        throw new jakarta.ws.rs.BadRequestException("the application's own error");
    }

    @GET
    @Path("broken")
    public Response broken() {
        return Response.serverError().entity("the application's own words").build();
    }

    private String who() {
        return me.find().map(knight -> knight.email().value()).orElse("nobody");
    }
}
