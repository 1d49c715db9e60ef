package dev.usher.rest;

import dev.usher.User;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;

/** The rules of one {@link Authenticated}, judged for one caller. */
record Guard(boolean verified, boolean superuser, boolean optional) {

    static Guard of(Authenticated rules) {
        return new Guard(rules.verified(), rules.superuser(), rules.optional());
    }

    /** The same, asking for a verified address where the application requires one everywhere. */
    Guard verifiedIf(boolean required) {
        return new Guard(verified || required, superuser, optional);
    }

    /** The first rule that fails, as the status it is answered with; empty if the caller passes with her user. */
    Optional<Status> refusal(Optional<Authentication> caller) {
        if (caller.isEmpty() || !caller.get().user().active()) {
            return Optional.of(Status.UNAUTHORIZED);
        }
        User<?> user = caller.get().user();
        boolean forbidden = (verified && !user.verified()) || (superuser && !user.superuser());
        return forbidden ? Optional.of(Status.FORBIDDEN) : Optional.empty();
    }
}
