package dev.usher.spi;

import java.util.List;

/**
 * Stores many users at once, as an import does. Implementations are thread-safe.
 *
 * @param <U> the application's user type
 */
public interface BulkInsert<U> {

    /**
     * Stores each user or tells why not; one that is refused spoils none of the others. Users that are stored have ids
     * afterwards.
     *
     * @param users with every property set; two of one address: the first has it
     * @return one outcome for each user, in their order
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
