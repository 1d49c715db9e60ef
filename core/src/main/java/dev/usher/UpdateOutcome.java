package dev.usher;

/** What became of {@link UserDatabase#update}. */
public enum UpdateOutcome {
    /** The row holds the new values. */
    UPDATED,
    /** Another user has the address, or another value that the application made unique; nothing changed. */
    EMAIL_TAKEN,
    /** The row was changed or deleted since it was read; nothing changed. */
    STALE
}
