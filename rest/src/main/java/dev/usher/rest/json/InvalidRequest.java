package dev.usher.rest.json;

import java.util.List;

/** A request body that is refused with 422: one violation for each failing field, none of which echoes the input. */
public final class InvalidRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public InvalidRequest(List<Violation> violations) {
        super("invalid request", null, false, false);
        this.violations = List.copyOf(violations);
    }

    public InvalidRequest(Violation violation) {
        this(List.of(violation));
    }

    public List<Violation> violations() {
        return violations;
    }
}
