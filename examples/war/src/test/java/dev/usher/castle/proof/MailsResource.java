package dev.usher.castle.proof;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;

/** What would have been mailed to an address. */
@Path("mails/{address}")
@Produces(MediaType.TEXT_PLAIN)
public class MailsResource {

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    Mailbox mailbox;

    @GET
    public String mails(@PathParam("address") String address) {
        return mailbox.letters(address).stream()
                .map(letter -> letter.kind() + " " + letter.token())
                .collect(Collectors.joining("\n"));
    }

    @GET
    @Path("{kind}")
    public String token(@PathParam("address") String address, @PathParam("kind") String kind)
            throws InterruptedException {
        return mailbox.await(address, kind).orElseThrow(NotFoundException::new);
    }
}
