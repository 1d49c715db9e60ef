package dev.usher;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One edit on its way into a user, perhaps several times: every attempt to store it starts from a fresh row. */
final class Edition<U extends User<?>> {

    private final AdminEdit<U> edit;
    private @Nullable String hashedPassword;

    Edition(AdminEdit<U> edit) {
        this.edit = edit;
    }

    /** The hash of the edit's password, once it was made. */
    void hashedPassword(String hash) {
        this.hashedPassword = hash;
    }

    /** Changes the user; empty if that changes nothing. */
    Optional<UserEvent> applyTo(U user) {
        Email previousEmail = user.email();
        boolean details = applyDetails(user);
        boolean email = applyEmail(user);
        boolean password = applyPassword(user);
        boolean flags = applyFlags(user);
        return details || email || password || flags
                ? Optional.of(new UserEvent.Updated(user, previousEmail, hashedPassword != null))
                : Optional.empty();
    }

    /** Nobody but the application knows whether its own fields change: to be sure, they do. */
    private boolean applyDetails(U user) {
        var details = edit.profile().details();
        if (details != null) {
            details.accept(user);
        }
        return details != null;
    }

    private boolean applyEmail(U user) {
        Email email = edit.profile().email();
        if (email == null || email.equals(user.email())) {
            return false;
        }
        user.email(email);
        user.verified(false);
        return true;
    }

    private boolean applyPassword(U user) {
        if (hashedPassword == null) {
            return false;
        }
        user.hashedPassword(hashedPassword);
        UserManager.endTokens(user);
        return true;
    }

    private boolean applyFlags(U user) {
        boolean active = edit.active() == null ? user.active() : edit.active();
        boolean superuser = edit.superuser() == null ? user.superuser() : edit.superuser();
        boolean verified = edit.verified() == null ? user.verified() : edit.verified();
        if (active == user.active() && superuser == user.superuser() && verified == user.verified()) {
            return false;
        }
        if (user.active() && !active) {
            UserManager.endTokens(user);
        }
        user.active(active);
        user.superuser(superuser);
        user.verified(verified);
        return true;
    }
}
