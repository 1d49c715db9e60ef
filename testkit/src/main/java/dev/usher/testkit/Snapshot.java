package dev.usher.testkit;

import dev.usher.Email;
import dev.usher.User;
import java.time.Instant;

/** The properties of a user, to compare two of them. */
record Snapshot(
        Object id,
        Email email,
        String hashedPassword,
        boolean active,
        boolean superuser,
        boolean verified,
        int tokenVersion,
        long rowVersion,
        Instant createdAt,
        Instant updatedAt) {

    static final int MAX_HASH_LENGTH = 1024;

    static final Instant NIGHT_OF_THE_CLOCK_CHANGE = Instant.parse("2026-10-25T00:30:00.001Z");

    static Snapshot of(User<?> user) {
        return new Snapshot(
                user.id(),
                user.email(),
                user.hashedPassword(),
                user.active(),
                user.superuser(),
                user.verified(),
                user.tokenVersion(),
                user.rowVersion(),
                user.createdAt(),
                user.updatedAt());
    }

    /** Gives every property its longest or largest value. */
    static void stretch(User<?> user) {
        user.email(longestEmail());
        user.hashedPassword("$" + "h".repeat(MAX_HASH_LENGTH - 1));
        user.tokenVersion(Integer.MAX_VALUE);
        user.createdAt(Instant.EPOCH);
        user.updatedAt(Instant.parse("9999-12-31T23:59:59Z"));
    }

    /** 254 characters, the first 64 of which need two bytes each in UTF-8. */
    static Email longestEmail() {
        return Email.of("é".repeat(64) + "@" + "c".repeat(63) + "." + "a".repeat(63) + "." + "m".repeat(61));
    }
}
