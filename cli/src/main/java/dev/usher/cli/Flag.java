package dev.usher.cli;

import dev.usher.User;

/** What {@code user set-flag} sets. */
enum Flag {
    ACTIVE,
    SUPERUSER,
    VERIFIED;

    boolean of(User<?> user) {
        return switch (this) {
            case ACTIVE -> user.active();
            case SUPERUSER -> user.superuser();
            case VERIFIED -> user.verified();
        };
    }

    void set(User<?> user, boolean value) {
        switch (this) {
            case ACTIVE -> user.active(value);
            case SUPERUSER -> user.superuser(value);
            case VERIFIED -> user.verified(value);
        }
    }

    /** Whether a superuser without it is none. */
    boolean makesSuperusers() {
        return this != VERIFIED;
    }
}
