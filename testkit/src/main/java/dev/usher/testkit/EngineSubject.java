package dev.usher.testkit;

/** What contracts that let transactions meet need to know of the engine under an adapter. */
public interface EngineSubject {

    /**
     * Whether the engine lets one transaction write at a time (SQLite). Then a transaction that writes waits for the
     * others, so that the contracts let it do so before the caller's has written, or after it.
     */
    default boolean hasOneWriter() {
        return false;
    }
}
