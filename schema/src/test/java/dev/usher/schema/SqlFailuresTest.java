package dev.usher.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.usher.ErrorCode;
import dev.usher.UsersException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlFailuresTest {

    private static final String[] KNIGHTS = {"""
        CREATE TABLE knight (id varchar(20) PRIMARY KEY, seat integer NOT NULL CONSTRAINT one_a_seat UNIQUE,
            CONSTRAINT "UNIQUE constraint failed: not" CHECK (seat > 0))""", "INSERT INTO knight VALUES ('galahad', 1)"};

    private static SQLException failureOf(Connection connection, String sql) {
        return catchThrowableOfType(SQLException.class, () -> Dialect.execute(connection, sql));
    }

    private static SQLException failureOf(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            for (String statement : KNIGHTS) {
                Dialect.execute(connection, statement);
            }
            return failureOf(connection, sql);
        }
    }

    @Nested
    class OnSqlite {

        private final Path folder;

        OnSqlite(@TempDir Path folder) {
            this.folder = folder;
        }

        private SQLException failureOf(String sql) throws SQLException {
            return SqlFailuresTest.failureOf(Sqlite.with(folder, Map.of("busy_timeout", "1")), sql);
        }

        @Test
        void recognisesAUniqueViolation() throws SQLException {
            SQLException failure = failureOf("INSERT INTO knight VALUES ('bors', 1)");

            assertThat(SqlFailures.isUniqueViolation(failure)).isTrue();
            assertThat(SqlFailures.isUnavailable(failure)).isFalse();
        }

        @Test
        void recognisesATakenPrimaryKey() throws SQLException {
            assertThat(SqlFailures.isUniqueViolation(failureOf("INSERT INTO knight VALUES ('galahad', 2)")))
                    .isTrue();
        }

        @Test
        void tellsOtherConstraintsApart() throws SQLException {
            assertThat(SqlFailures.isUniqueViolation(failureOf("INSERT INTO knight VALUES ('bors', 0)")))
                    .isFalse();
        }

        @Test
        void takesADefectForADefect() throws SQLException {
            SQLException failure = failureOf("SELECT * FROM round_table");

            assertThat(SqlFailures.isUnavailable(failure)).isFalse();
            assertThat(SqlFailures.unchecked(failure))
                    .isInstanceOf(DatabaseException.class)
                    .hasCause(failure);
        }

        @Test
        void takesAnotherWriterForAnOutage() throws SQLException {
            DataSource dataSource = Sqlite.with(folder, Map.of("busy_timeout", "1"));
            try (Connection writer = dataSource.getConnection();
                    Connection waiting = dataSource.getConnection()) {
                Dialect.execute(writer, "BEGIN IMMEDIATE");

                assertThat(SqlFailures.isUnavailable(SqlFailuresTest.failureOf(waiting, "BEGIN IMMEDIATE")))
                        .isTrue();
            }
        }

        @Test
        void takesAFullDiskForAnOutage() throws SQLException {
            try (Connection connection = Sqlite.safe(folder).getConnection()) {
                Dialect.execute(connection, "CREATE TABLE shield (arms blob)");
                Dialect.execute(connection, "PRAGMA max_page_count = 8");

                SQLException failure =
                        SqlFailuresTest.failureOf(connection, "INSERT INTO shield VALUES (zeroblob(1000000))");

                assertThat(SqlFailures.isUnavailable(failure)).isTrue();
            }
        }

        @Test
        void takesAFolderThatIsNotThereForAnOutage() {
            DataSource nowhere = Sqlite.with(folder.resolve("avalon"), Map.of());

            SQLException failure = catchThrowableOfType(SQLException.class, nowhere::getConnection);

            assertThat(SqlFailures.isUnavailable(failure)).isTrue();
        }
    }

    @Nested
    class OnPostgres {

        @Test
        void recognisesAUniqueViolation() throws SQLException {
            SQLException failure = failureOf(Postgres.emptySchema(), "INSERT INTO knight VALUES ('bors', 1)");

            assertThat(SqlFailures.isUniqueViolation(failure)).isTrue();
            assertThat(SqlFailures.isUnavailable(failure)).isFalse();
        }

        @Test
        void tellsOtherConstraintsApart() throws SQLException {
            assertThat(SqlFailures.isUniqueViolation(
                            failureOf(Postgres.emptySchema(), "INSERT INTO knight VALUES ('bors', 0)")))
                    .isFalse();
        }

        @Test
        void keepsValuesOutOfTheMessages() throws SQLException {
            SQLException failure = failureOf(Postgres.emptySchema(), "INSERT INTO knight VALUES ('bors', 0)");

            assertThat(failure.getMessage()).doesNotContain("bors");

            assertThat(SqlFailures.unchecked(failure))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("23514")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("bors"));
        }

        @Test
        void takesALockTimeoutForAnOutage() throws SQLException {
            DataSource dataSource = Postgres.emptySchema();
            try (Connection writer = dataSource.getConnection();
                    Connection waiting = dataSource.getConnection()) {
                Dialect.execute(writer, KNIGHTS[0]);
                writer.setAutoCommit(false);
                Dialect.execute(writer, "LOCK TABLE knight");
                Dialect.execute(waiting, "SET lock_timeout = 1");

                assertThat(SqlFailures.isUnavailable(SqlFailuresTest.failureOf(waiting, "SELECT * FROM knight")))
                        .isTrue();
                writer.rollback();
            }
        }

        @Test
        void takesAConnectionThatTheServerEndedForAnOutage() throws SQLException {
            DataSource dataSource = Postgres.emptySchema();
            try (Connection connection = dataSource.getConnection()) {
                SQLException ended = SqlFailuresTest.failureOf(
                        connection, "SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(1)");

                assertThat(SqlFailures.isUnavailable(ended)).isTrue();
                assertThat(SqlFailures.isUnavailable(SqlFailuresTest.failureOf(connection, "SELECT 1")))
                        .isTrue();
            }
        }

        @Test
        void takesAServerThatIsNotThereForAnOutage() {
            assertThatThrownBy(() -> Schema.create(Postgres.notRunning(), UserSchema.of("users", IdType.UUID)))
                    .isInstanceOfSatisfying(
                            UsersException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));
        }
    }

    @Nested
    class InAChain {

        @Test
        void looksAtCausesAndAtNextExceptions() {
            SQLException batch = new SQLException("batch failed", "HY000");
            batch.setNextException(new SQLException("duplicate key", "23505"));
            RuntimeException wrapped = new IllegalStateException(new RuntimeException(batch));

            assertThat(SqlFailures.isUniqueViolation(wrapped)).isTrue();
        }

        @Test
        void endsWhereTheChainBitesItsTail() {
            SQLException head = new SQLException("head", "HY000");
            SQLException tail = new SQLException("tail", "HY000", head);
            head.initCause(tail);

            assertThat(SqlFailures.isUniqueViolation(head)).isFalse();
        }

        @Test
        void recognisesExtendedCodesToo() {
            assertThat(SqlFailures.isUniqueViolation(new SQLException("failed", null, 2067)))
                    .isTrue();
            assertThat(SqlFailures.isUniqueViolation(new SQLException("failed", null, 1555)))
                    .isTrue();
            assertThat(SqlFailures.isUniqueViolation(
                            new SQLException("UNIQUE constraint failed: users.email", null, 19)))
                    .isTrue();
            assertThat(SqlFailures.isUnavailable(new SQLException("busy snapshot", null, 517)))
                    .isTrue();
        }

        @Test
        void takesAnExhaustedPoolForAnOutage() {
            assertThat(SqlFailures.isUnavailable(new SQLTransientConnectionException("timed out after 30000ms")))
                    .isTrue();
        }
    }
}
