package dev.usher.castle;

import dev.usher.Email;
import dev.usher.rest.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;

/** {@code POST /teams/{team}}: a member invites others by their addresses, one in a line. 204; 409 if they are too many. */
@Path("teams")
@Authenticated
public class TeamsResource {

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    Teams teams;

    @POST
    @Path("{team}")
    @Consumes(MediaType.TEXT_PLAIN)
    public void invite(@PathParam("team") String team, String addresses) {
        teams.invite(team, addresses.lines().map(Email::of).toList());
    }
}
