package dev.usher.roundtable;

import dev.usher.rest.AdminUpdate;
import dev.usher.rest.UserRead;
import dev.usher.rest.UserUpdate;
import dev.usher.rest.UsersResource;
import dev.usher.testkit.Knight;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** An endpoint of Usher's that fails, on a runtime that tells why. */
@Path("quagmire")
public class Quagmire extends UsersResource<Knight, UserUpdate<Knight>, AdminUpdate<Knight>, UserRead<Knight>> {

    @GET
    public Response fail() {
        return Response.serverError().entity("the secret of the isle").build();
    }
}
