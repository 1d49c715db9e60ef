package dev.usher.testkit;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Timeout;

/** What {@link SchemaContract} needs to know of tables under test. A test that takes a minute has failed. */
@Timeout(60)
public interface SchemaSubject {

    /**
     * A database of the subject's own, without a table before each test: the same each time it is asked for. The
     * contract looks at it, fills it, and damages it by SQL that PostgreSQL and SQLite understand.
     */
    DataSource dataSource();

    /** Creates all tables that do not exist yet. */
    void create();

    /**
     * Runs the versioned migrations that did not run yet, those of the application's own columns included.
     *
     * @return how many ran
     */
    int migrate();

    /**
     * What validation says.
     *
     * @return a sentence for each difference, which names table and columns as the database knows them
     */
    List<String> differences();

    /** The table in which {@link #migrate} notes what ran, of which the contract takes no notice. */
    default String historyTable() {
        return "usher_schema_history";
    }
}
