package dev.usher.rest;

import dev.usher.User;
import java.util.Set;

/**
 * A body whose fields may be left out. What was left out stays as it is; {@link #sent} tells it from {@code null}.
 *
 * @param <U> the application's user type
 */
public abstract class UpdateBody<U extends User<?>> {

    private Set<String> sent = Set.of();

    UpdateBody() {}

    /** Copies the application's own fields that were {@link #sent} to the user; Usher's own are not its concern. */
    public void applyTo(U user) {}

    /**
     * Whether the client sent a field; one that was sent and is null shall be emptied.
     *
     * @param field its name in Java
     */
    protected boolean sent(String field) {
        return sent.contains(field);
    }

    void sent(Set<String> fields) {
        this.sent = fields;
    }

    /** Whether any field but these was sent. */
    boolean sentMoreThan(Set<String> fields) {
        return !fields.containsAll(sent);
    }
}
