package dev.usher.testkit;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How an {@link InMemoryUserDatabase} makes and reads ids.
 *
 * @param next gives an id that was never given before; thread-safe
 * @param parse reads the text of an id, as {@link dev.usher.UserDatabase#parseId} promises
 */
public record Ids<ID>(Supplier<ID> next, Function<String, Optional<ID>> parse) {

    private static final int UUID_LENGTH = 36;
    private static final int MAX_LONG_LENGTH = 20;
    private static final int MAX_TEXT_LENGTH = 255;

    /** Random UUIDs. */
    public static Ids<UUID> randomUuids() {
        return new Ids<>(UUID::randomUUID, Ids::parseUuid);
    }

    /** 1, 2, 3 and so on; a deleted user's number is not given out again. */
    public static Ids<Long> ascendingLongs() {
        AtomicLong last = new AtomicLong();
        return new Ids<>(last::incrementAndGet, Ids::parseLong);
    }

    /** Texts that the application assigns before the insert: not blank, well-formed, up to 255 characters. */
    public static Ids<String> assignedTexts() {
        return new Ids<>(Ids::refuse, Ids::parseText);
    }

    private static String refuse() {
        throw new IllegalStateException("the application assigns the ids of these users before it inserts them");
    }

    private static Optional<String> parseText(String text) {
        boolean good = !text.isBlank()
                && text.length() <= MAX_TEXT_LENGTH
                && text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
        return good ? Optional.of(text) : Optional.empty();
    }

    private static Optional<UUID> parseUuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text.toLowerCase(Locale.ROOT)) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> parseLong(String text) {
        if (text.length() > MAX_LONG_LENGTH) {
            return Optional.empty();
        }
        try {
            long id = Long.parseLong(text);
            return Long.toString(id).equals(text) ? Optional.of(id) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
