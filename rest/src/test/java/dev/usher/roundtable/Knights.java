package dev.usher.roundtable;

import dev.usher.ErrorCode;
import dev.usher.UserManager;
import dev.usher.UsersException;
import dev.usher.testkit.Knight;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** The manager. One name takes it to a database that is not there. */
@ApplicationScoped
public class Knights extends UserManager<Knight, UUID> {

    public static final String NAME_OF_AN_OUTAGE = "lancelot.of.the.lake";

    @Override
    protected Optional<Knight> findByLogin(String login) {
        if (login.equals(NAME_OF_AN_OUTAGE)) {
            throw new UsersException(ErrorCode.SERVICE_UNAVAILABLE, new IOException("the causeway is under water"));
        }
        return super.findByLogin(login);
    }
}
