package dev.usher.testkit;

import dev.usher.User;
import javax.sql.DataSource;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * What a contract needs to know of adapters that speak SQL with PostgreSQL or SQLite over JDBC. One test object is made
 * for all tests, with empty tables under their default names: {@code users}, {@code oauth_account}, {@code access_token}
 * and {@code revoked_token}. A test that takes a minute has failed.
 *
 * @param <U> the user type it is tested with
 * @param <ID> the type of its id
 */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public interface SqlSubject<U extends User<ID>, ID> {

    /** What the adapters stand on, over a pool; the same one each time. */
    FaultyDataSource dataSource();

    /** The adapters under test, over {@link #dataSource()}; the same ones each time. */
    SqlAdapters<U, ID> adapters();

    /** Connections of their own to the same database, which see what is committed. */
    DataSource observer();
}
