package dev.usher.quickstart;

import dev.usher.Email;
import dev.usher.UserEvent.PasswordForgotten;
import dev.usher.UserEvent.VerificationRequested;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Stands in for a mail server during development: mails are printed and kept in memory.
 *
 * <p>To send real mail, do so in {@link #deliver}, and take {@link DevMailboxResource} out of the application.
 */
@ApplicationScoped
public class DevMailbox {

    private static final int CAPACITY = 1000;

    private final Deque<Mail> mails = new ArrayDeque<>();
    private volatile String publicUrl = "";

    void verify(@ObservesAsync VerificationRequested event) {
        deliver(event.user().email(), "verify", event.token());
    }

    void reset(@ObservesAsync PasswordForgotten event) {
        deliver(event.user().email(), "reset", event.token());
    }

    /** The token stands behind {@code #}, so that following the link sends it to no server's log. */
    private void deliver(Email to, String kind, String token) {
        Mail mail = new Mail(to.value(), kind, token, publicUrl + "/#" + kind + "=" + token);
        synchronized (mails) {
            mails.addFirst(mail);
            if (mails.size() > CAPACITY) {
                mails.removeLast();
            }
        }
        System.out.println("Mail to " + mail.to + " (" + kind + "): " + mail.link);
    }

    /** What was mailed, newest first; the oldest are forgotten beyond a thousand. */
    List<Mail> newestFirst() {
        synchronized (mails) {
            return List.copyOf(mails);
        }
    }

    /** Where links in mails lead. */
    void publicUrl(String url) {
        this.publicUrl = url;
    }
}
