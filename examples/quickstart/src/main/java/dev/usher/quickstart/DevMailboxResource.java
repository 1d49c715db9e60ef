package dev.usher.quickstart;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /dev/mailbox}: what would have been mailed, newest first. For development only. */
@Path("dev/mailbox")
public class DevMailboxResource {

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    DevMailbox mailbox;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "mails", summary = "What would have been mailed, newest first")
    @Tag(name = "development")
    public List<Mail> mails() {
        return mailbox.newestFirst();
    }
}
