package dev.usher.roundtable;

import dev.usher.ErrorCode;
import dev.usher.UserEvent;
import dev.usher.UsersException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Hears what happens. */
@ApplicationScoped
public class Herald {

    private final BlockingQueue<UserEvent> heard = new LinkedBlockingQueue<>();

    void hear(@Observes UserEvent.Registering event) {
        if (event.user().email().value().startsWith("mordred")) {
            throw new UsersException(ErrorCode.REGISTER_INVALID_PASSWORD, "you are not welcome here");
        }
    }

    void hear(@Observes UserEvent.Registered event) {
        heard.add(event);
        throw new IllegalStateException("the herald is ill");
    }

    void hearLater(@ObservesAsync UserEvent.PasswordForgotten event) {
        heard.add(event);
        throw new IllegalStateException("cannot carry " + event.token());
    }

    public BlockingQueue<UserEvent> heard() {
        return heard;
    }
}
