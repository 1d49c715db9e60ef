package dev.usher.spi;

import java.util.List;

/**
 * Stores many users at once, as an import does.
 *
 * <p>Takes part in the caller's transaction and leaves it usable, whatever the outcomes. An adapter whose transactions do
 * not survive a refused row (JPA) may store users in transactions of its own instead and says so; it is called outside of
 * a transaction. A database that fails altogether is an exception, not an outcome. Implementations are thread-safe.
 *
 * @param <U> the application's user type
 */
public interface BulkInsert<U> {

    /**
     * Stores each user or tells why not; one that is refused spoils none of the others. Users that are stored have ids
     * afterwards.
     *
     * @param users with every property set; two of one address: the first has it
     * @return one outcome for each user, in their order; nothing is stored of a user who was not inserted
     */
    List<Outcome> insertAll(List<U> users);

    /** What became of one user. */
    enum Outcome {
        /** Stored. */
        INSERTED,
        /** The address, the id, or another value that must be unique is taken. */
        TAKEN,
        /** The database refuses the row, e.g. because a value is too long. */
        REFUSED
    }
}
