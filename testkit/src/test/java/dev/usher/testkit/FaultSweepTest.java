package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.ErrorCode;
import dev.usher.UsersException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A sweep passes a request that is sound, and finds out about one that is not. */
class FaultSweepTest {

    private static final String ARTHUR = "INSERT OR IGNORE INTO users (id, email, shield) VALUES (1, 'arthur', '')";
    private static final String BORS = "INSERT OR IGNORE INTO users (id, email, shield) VALUES (2, 'bors', '')";

    private final DataSource real = ToyTables.create();
    private final FaultyDataSource faulty = new FaultyDataSource(real);

    private interface Request {
        void run(DataSource dataSource) throws SQLException;
    }

    @Test
    void passesOneThatIsWholeOrNothing() {
        assertThatCode(() -> sweep(true, dataSource -> store(dataSource, ARTHUR, BORS)))
                .doesNotThrowAnyException();
    }

    @Test
    void findsOneThatIsDoneByHalves() {
        Request byHalves = dataSource -> {
            store(dataSource, ARTHUR);
            store(dataSource, BORS);
        };
        assertThatThrownBy(() -> sweep(true, byHalves)).isInstanceOf(AssertionError.class);
        assertThatCode(() -> sweep(false, byHalves)).doesNotThrowAnyException();
    }

    @Test
    void findsOneThatStoresSomethingElseWhenItFails() {
        assertThatThrownBy(() -> sweep(false, dataSource -> {
                    try {
                        store(dataSource, ARTHUR, BORS);
                    } catch (SQLException e) {
                        new Sql(real).execute("INSERT INTO revoked_token (token_id) VALUES ('failed')");
                        throw e;
                    }
                }))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void findsOneThatLosesItsConnection() {
        assertThatThrownBy(() -> sweep(true, dataSource -> {
                    Connection connection = dataSource.getConnection();
                    store(connection, ARTHUR, BORS);
                    connection.close();
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("connections lost");
    }

    @Test
    void findsOneThatSaysNothing() {
        assertThatThrownBy(() -> sweep(true, dataSource -> {
                    try {
                        store(dataSource, ARTHUR, BORS);
                    } catch (SQLException e) {
                        return;
                    }
                }))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void findsOneThatTakesAnOutageForARefusal() {
        assertThatThrownBy(() -> sweep(true, dataSource -> {
                    try {
                        store(dataSource, ARTHUR, BORS);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void findsOneThatCannotBeAskedAgain() {
        assertThatThrownBy(() -> sweep(
                        true,
                        dataSource -> store(dataSource, "INSERT INTO users (id, email, shield) VALUES (3, 'kay', '')")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the next request");
    }

    @Test
    void findsOneThatSendsNothing() {
        assertThatThrownBy(() -> sweep(true, dataSource -> {}))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("calls");
    }

    private void sweep(boolean whole, Request request) {
        new FaultSweep(faulty, real, IllegalStateException.class, whole).run(() -> true, prepared -> {
            try {
                request.run(faulty.dataSource());
            } catch (SQLException e) {
                throw String.valueOf(e.getSQLState()).startsWith("08")
                        ? new UsersException(ErrorCode.SERVICE_UNAVAILABLE, e)
                        : new IllegalStateException(e);
            }
        });
    }

    private static void store(DataSource dataSource, String... rows) throws SQLException {
        // closing the connection rolls back
        try (Connection connection = dataSource.getConnection()) {
            store(connection, rows);
        }
    }

    private static void store(Connection connection, String... rows) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String row : rows) {
                statement.execute(row);
            }
        }
        connection.commit();
    }
}
