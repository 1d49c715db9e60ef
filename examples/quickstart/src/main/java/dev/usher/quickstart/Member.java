package dev.usher.quickstart;

import dev.usher.BaseUser;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** This application's user: what every user has, and a first name. */
public class Member extends BaseUser<UUID> {

    private @Nullable String firstName;

    public @Nullable String firstName() {
        return firstName;
    }

    public void firstName(@Nullable String firstName) {
        this.firstName = firstName;
    }
}
