package dev.usher.redis;

import dev.usher.schema.IdType;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A kind of primary key, and how a test makes ids that no stored user has. */
record IdKind<ID>(IdType<ID> type, Supplier<ID> unknown) {

    private static final AtomicLong COUNT = new AtomicLong();

    static final IdKind<UUID> UUIDS = new IdKind<>(IdType.UUID, UUID::randomUUID);

    /** Unknown ones descend, because SQLite goes on after the highest. */
    static final IdKind<Long> LONGS = new IdKind<>(IdType.LONG, () -> Long.MAX_VALUE / 2 - COUNT.incrementAndGet());

    /** With blanks and beyond ASCII. */
    static final IdKind<String> STRINGS =
            new IdKind<>(IdType.STRING, () -> "Лена \uD83D\uDE00 " + COUNT.incrementAndGet());
}
