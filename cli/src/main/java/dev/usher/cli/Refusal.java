package dev.usher.cli;

/** A command found a problem or will not do what it was asked; the message says why, in a sentence. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }

    Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
