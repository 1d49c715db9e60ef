package dev.usher.quickstart;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code GET /dev/mailbox}: what would have been mailed, newest first. For development only. */
@Path("dev/mailbox")
public class DevMailboxResource {

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    DevMailbox mailbox;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<Mail> mails() {
        return mailbox.newestFirst();
    }
}
