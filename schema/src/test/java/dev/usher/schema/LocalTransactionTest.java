package dev.usher.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTransactionTest {

    /** What holds on every engine. */
    abstract static class Ending {

        private DataSource dataSource;
        private Dialect dialect;

        abstract DataSource dataSource();

        @BeforeEach
        void aTable() throws SQLException {
            dataSource = dataSource();
            try (Connection connection = dataSource.getConnection()) {
                dialect = Dialect.of(connection);
                Dialect.execute(connection, "CREATE TABLE knight (name varchar(20))");
            }
        }

        private LocalTransaction begin(Connection connection) throws SQLException {
            LocalTransaction transaction = LocalTransaction.begin(connection, dialect);
            Dialect.execute(connection, "INSERT INTO knight VALUES ('bors')");
            return transaction;
        }

        private int knights() throws SQLException {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*) FROM knight")) {
                row.next();
                return row.getInt(1);
            }
        }

        /** The writer's lock is free again. */
        private void assertThatOthersCanWrite() throws SQLException {
            int before = knights();
            begin(dataSource.getConnection()).commit();
            assertThat(knights()).isEqualTo(before + 1);
        }

        String rollback() {
            return dialect == Dialect.SQLITE ? "ROLLBACK" : "rollback";
        }

        @Test
        void commitGivesTheConnectionBackInAutoCommitMode() throws SQLException {
            Connection real = dataSource.getConnection();
            Tampering tampering = new Tampering(real, "nothing");

            begin(tampering.connection()).commit();

            assertThat(tampering.calls).endsWith("setAutoCommit", "close");
            assertThat(real.isClosed()).isTrue();
            assertThat(knights()).isEqualTo(1);
        }

        @Test
        void commitStandsWhereTheConnectionCannotBeGivenBack() throws SQLException {
            Connection real = dataSource.getConnection();

            begin(new Tampering(real, "close").connection()).commit();

            assertThat(knights()).isEqualTo(1);
            real.close();
        }

        @Test
        void aFailedCommitIsRolledBack() throws SQLException {
            String commit = dialect == Dialect.SQLITE ? "COMMIT" : "SELECT 1; COMMIT";
            LocalTransaction transaction = begin(new Tampering(dataSource.getConnection(), commit).connection());

            assertThatThrownBy(transaction::commit).isInstanceOf(SQLException.class);
            transaction.rollBack(new RuntimeException());

            assertThat(knights()).isZero();
            assertThatOthersCanWrite();
        }

        @Test
        void aFailedStatementFailsTheCommitOnlyWhereItSpoiledTheTransaction() throws SQLException {
            Connection connection = dataSource.getConnection();
            LocalTransaction transaction = begin(connection);
            assertThatThrownBy(() -> Dialect.execute(connection, "SELECT * FROM avalon"))
                    .isInstanceOf(SQLException.class);

            if (dialect == Dialect.SQLITE) {
                transaction.commit();
                assertThat(knights()).isEqualTo(1);
            } else {
                assertThatThrownBy(transaction::commit)
                        .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                                .isEqualTo("25P02"));
                transaction.rollBack(new RuntimeException());
                assertThat(knights()).isZero();
            }
            assertThatOthersCanWrite();
        }

        @Test
        void anEmptyTransactionCommits() throws SQLException {
            LocalTransaction.begin(dataSource.getConnection(), dialect).commit();

            assertThatOthersCanWrite();
        }

        @Test
        void rollBackLeavesNothingBehind() throws SQLException {
            begin(dataSource.getConnection()).rollBack(new RuntimeException());

            assertThat(knights()).isZero();
            assertThatOthersCanWrite();
        }

        @Test
        void aRollBackThatFailsTwiceDestroysTheConnection() throws SQLException {
            Connection real = dataSource.getConnection();
            Tampering tampering = new Tampering(real, rollback());
            RuntimeException cause = new RuntimeException();

            begin(tampering.connection()).rollBack(cause);

            assertThat(cause.getSuppressed()).hasSize(2).allMatch(e -> "tampered with".equals(e.getMessage()));
            assertThat(tampering.calls).contains("abort").endsWith("close");
            assertThat(tampering.calls.lastIndexOf("setAutoCommit")).isLessThan(tampering.calls.indexOf(rollback()));
            assertThat(real.isClosed()).isTrue();
            assertThat(knights()).isZero();
            assertThatOthersCanWrite();
        }

        @Test
        void aFailedBeginningClosesTheConnection() throws SQLException {
            Connection real = dataSource.getConnection();

            assertThatThrownBy(() -> begin(new Tampering(real, "setAutoCommit").connection()))
                    .isInstanceOf(SQLException.class);

            assertThat(real.isClosed()).isTrue();
        }
    }

    @Nested
    class OnSqlite extends Ending {

        private final Path folder;

        OnSqlite(@TempDir Path folder) {
            this.folder = folder;
        }

        @Override
        DataSource dataSource() {
            return Sqlite.safe(folder);
        }

        @Test
        void rollBackIsDoneWhereSqliteHasDoneItAlready() throws SQLException {
            Connection connection = dataSource().getConnection();
            LocalTransaction transaction = LocalTransaction.begin(connection, Dialect.SQLITE);
            Dialect.execute(connection, "PRAGMA max_page_count = 8");
            RuntimeException cause = new RuntimeException();

            assertThatThrownBy(() -> Dialect.execute(connection, "CREATE TABLE shield AS SELECT zeroblob(1000000)"))
                    .hasMessageContaining("full");
            transaction.rollBack(cause);

            assertThat(cause.getSuppressed()).isEmpty();
        }
    }

    @Nested
    class OnPostgres extends Ending {

        private final DataSource schema = Postgres.emptySchema();

        @Override
        DataSource dataSource() {
            return schema;
        }
    }
}
