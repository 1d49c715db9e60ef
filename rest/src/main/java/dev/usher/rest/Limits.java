package dev.usher.rest;

/** How much Usher reads of a request. */
final class Limits {

    /** The longest password that is read, in UTF-16 units. */
    static final int PASSWORD_CHARACTERS = 1024;

    /** The longest body that is read, in bytes. */
    static final int BODY_BYTES = 64 * 1024;

    private Limits() {}
}
