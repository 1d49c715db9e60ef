package dev.usher.testkit;

/** What work throws to be rolled back. */
final class Undo extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Undo() {
        super("undo", null, false, false);
    }
}
