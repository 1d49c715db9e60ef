package dev.usher.testkit;

import dev.usher.User;
import dev.usher.UserDatabase;
import dev.usher.spi.Transactions;
import org.junit.jupiter.api.Timeout;

/**
 * What a contract needs to know of an adapter under test. JUnit makes a new test object for each test, so a subject
 * is usually prepared in {@code @BeforeEach} and returned here. A test that takes a minute has failed.
 *
 * @param <U> the user type it is tested with
 * @param <ID> the type of its id
 */
@Timeout(60)
public interface UserDatabaseSubject<U extends User<ID>, ID> {

    /** The adapter: empty before each test, and the same one throughout a test. */
    UserDatabase<U, ID> users();

    /** What its writes take part in. The contracts write inside a transaction and read inside and outside of one. */
    Transactions transactions();

    /** An id that no stored user has, another one at each call. */
    ID unknownId();

    /**
     * Fills in what a user of this type needs beside Usher's own properties before she can be inserted, e.g. the id
     * where the application assigns it, or a column that must not be null.
     *
     * @param user new, with all properties of {@link User} set that can be
     */
    default void prepare(U user) {}

    /**
     * Whether a transaction goes on after a duplicate. JPA says no: there the transaction is doomed, which means that
     * it fails at its end and leaves nothing behind.
     */
    default boolean survivesDuplicates() {
        return true;
    }
}
