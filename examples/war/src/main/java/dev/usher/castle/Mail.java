package dev.usher.castle;

import dev.usher.UserEvent.PasswordForgotten;
import dev.usher.UserEvent.VerificationRequested;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.lang.System.Logger.Level;

/** Stands in for a mail server during development: tokens go to the server's log. Send them by mail instead. */
@ApplicationScoped
public class Mail {

    private static final System.Logger LOG = System.getLogger(Mail.class.getName());

    void verify(@ObservesAsync VerificationRequested event) {
        LOG.log(
                Level.INFO,
                "to {0}: to verify your address, use {1}",
                event.user().email(),
                event.token());
    }

    void reset(@ObservesAsync PasswordForgotten event) {
        LOG.log(
                Level.INFO,
                "to {0}: to set your password, use {1}",
                event.user().email(),
                event.token());
    }
}
