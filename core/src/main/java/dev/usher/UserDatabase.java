package dev.usher;

import java.util.Optional;
import java.util.Set;

/**
 * The application's users, wherever they are kept: the one adapter that must exist.
 *
 * <p>Each method is one atomic statement and never commits; it takes part in the caller's transaction if there is one
 * (see {@link dev.usher.spi.Transactions}). That two users never share an address is decided by the database and
 * reported as an outcome. Implementations are thread-safe. An unreachable database is a {@link UsersException} with
 * {@link ErrorCode#SERVICE_UNAVAILABLE}.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public interface UserDatabase<U extends User<ID>, ID> {

    /** A new, empty user of the application's type; nothing is stored. */
    U newUser();

    /**
     * Reads an id from a path or a token.
     *
     * @return empty if no user can have an id written so; only the canonical spelling is an id, but a UUID may have
     *     upper-case digits
     */
    Optional<ID> parseId(String text);

    /** Finds a user by primary key. */
    Optional<U> findById(ID id);

    /** Finds a user by address, through the unique index. */
    Optional<U> findByEmail(Email email);

    /**
     * Stores a new user and gives her an id, unless she has one.
     *
     * <p>Of any number of concurrent inserts of one address exactly one is told {@code true}.
     *
     * @return {@code false} if the address, the id, or another column that the application made unique is taken;
     *     nothing is stored then
     */
    boolean insert(U user);

    /**
     * Stores every property of a user if nobody changed the row since it was read: compare-and-set on
     * {@link User#rowVersion()}, which is raised by one here and in the object.
     *
     * <p>Of any number of concurrent updates that read the same row version exactly one is told
     * {@link UpdateOutcome#UPDATED}.
     */
    UpdateOutcome update(U user);

    /**
     * Deletes a user and everything in Usher's tables that belongs to her.
     *
     * @return whether there was such a user
     */
    boolean delete(ID id);

    /**
     * Locks every active superuser, and the user whom the caller is about to change, until the caller's transaction ends,
     * so that nobody else makes one superuser fewer meanwhile.
     *
     * <p>All rows are locked by one statement in one order, that of the ids, so that no two callers wait for each other.
     * Hence this comes first in a transaction, and once.
     *
     * @param target need not be a superuser, nor exist
     * @return the ids of the active superusers
     */
    Set<ID> lockActiveSuperusers(ID target);
}
