package dev.usher.roundtable;

import dev.usher.rest.Authenticated;
import dev.usher.rest.CurrentUser;
import dev.usher.testkit.Knight;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

    /** Asks for much, and lets everybody pass all the same. */
    @GET
    @Path("optional-both")
    @Authenticated(verified = true, superuser = true, optional = true)
    public String optionalBoth() {
        return who();
    }

    /** Changes something, as far as a browser can tell. */
    @POST
    @Path("active")
    @Authenticated
    public String feast() {
        return who();
    }

    @PUT
    @Path("active")
    @Authenticated
    public String build() {
        return who();
    }

    @PATCH
    @Path("active")
    @Authenticated
    public String mend() {
        return who();
    }

    @DELETE
    @Path("active")
    @Authenticated
    public String burn() {
        return who();
    }

    @POST
    @Path("optional")
    @Authenticated(optional = true)
    public String visit() {
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
