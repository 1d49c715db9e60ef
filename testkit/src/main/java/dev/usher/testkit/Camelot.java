package dev.usher.testkit;

import dev.usher.Email;
import dev.usher.User;
import dev.usher.UserDatabase;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * The people that tests speak of. They differ in what matters to Usher, and their passwords are known.
 *
 * <p>As the fixtures in FastAPI Users' {@code conftest.py}.
 */
public enum Camelot {
    /** An ordinary user: active, not verified. */
    ARTHUR("king.arthur@camelot.bt", "guinevere"),
    /** Not active. */
    PERCIVAL("percival@camelot.bt", "angharad"),
    /** Verified. */
    LADY_OF_THE_LAKE("lake.lady@camelot.bt", "excalibur"),
    /** Verified, and a superuser. */
    MERLIN("merlin@camelot.bt", "viviane");

    /** When all of them registered. */
    public static final Instant FOUNDED = Instant.parse("2026-11-20T12:00:00Z");

    private static final int TOKEN_VERSION = 7;

    private final String email;
    private final String password;

    Camelot(String email, String password) {
        this.email = email;
        this.password = password;
    }

    /** The address, in canonical form. */
    public Email email() {
        return Email.of(email);
    }

    /** The password in plain text. */
    public String password() {
        return password;
    }

    /**
     * Gives a new user this person's properties.
     *
     * @param user of any type, changed in place
     * @param hasher makes the stored hash of the password
     * @return the same user
     */
    public <U extends User<?>> U fill(U user, UnaryOperator<String> hasher) {
        user.email(email());
        user.hashedPassword(hasher.apply(password));
        user.active(this != PERCIVAL);
        user.verified(this == LADY_OF_THE_LAKE || this == MERLIN);
        user.superuser(this == MERLIN);
        user.tokenVersion(TOKEN_VERSION);
        user.createdAt(FOUNDED);
        user.updatedAt(FOUNDED);
        return user;
    }

    /**
     * Stores this person, in the caller's transaction if there is one.
     *
     * @param hasher makes the stored hash of the password
     * @return the user with her id
     * @throws IllegalStateException if the address is taken
     */
    public <U extends User<ID>, ID> U insertInto(UserDatabase<U, ID> users, UnaryOperator<String> hasher) {
        U user = fill(users.newUser(), hasher);
        if (!users.insert(user)) {
            throw new IllegalStateException(this + " is stored already");
        }
        return user;
    }

    /** Stores all of them, in the caller's transaction if there is one. */
    public static <U extends User<ID>, ID> void insertAll(UserDatabase<U, ID> users, UnaryOperator<String> hasher) {
        for (Camelot person : values()) {
            person.insertInto(users, hasher);
        }
    }
}
