package dev.usher;

/**
 * A user whose id and row version an adapter can set: what an adapter that maps rows by hand asks for beside
 * {@link User}.
 *
 * @param <ID> the type of the id: {@link java.util.UUID}, {@link Long} or {@link String}
 */
public interface StoredUser<ID> extends User<ID> {

    /** Whether the primary key is set. */
    boolean hasId();

    /** Sets the primary key: called by the adapter, or by the application before the insert where ids are its own. */
    void id(ID id);

    /** Sets what {@link #rowVersion()} answers: called by the adapter only. */
    void rowVersion(long rowVersion);
}
