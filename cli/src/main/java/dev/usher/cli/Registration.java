package dev.usher.cli;

import dev.usher.User;
import dev.usher.UserEvent;
import dev.usher.UserEvents;
import java.util.Optional;
import java.util.function.Supplier;

/** Gives a new user the flags she was created with, inside the transaction that inserts her; hears nothing else. */
record Registration(boolean superuser, boolean verified) implements UserEvents {

    @Override
    public void fire(UserEvent event) {
        if (event instanceof UserEvent.Registering registering) {
            User<?> user = registering.user();
            user.superuser(superuser);
            user.verified(verified);
        }
    }

    @Override
    public void fireAsync(Supplier<Optional<? extends UserEvent>> event) {}
}
