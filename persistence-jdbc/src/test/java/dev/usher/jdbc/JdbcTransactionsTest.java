package dev.usher.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.UsersException;
import dev.usher.schema.DatabaseException;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcTransactionsTest {

    @Nested
    class OnSqlite extends TransactionsOnEngine {

        OnSqlite(@TempDir Path folder) {
            super(Engine.sqlite(folder));
        }

        @Override
        String rollback() {
            return "ROLLBACK";
        }

        @Test
        void takesTheWriteLockWithItsFirstStatement() {
            dataSource.statements.clear();

            transactions.inTransaction(() -> transactions.inTransaction(() -> {
                transactions.inTransaction(() -> true);
                return knights();
            }));

            assertThat(dataSource.statements)
                    .containsExactly(
                            "BEGIN IMMEDIATE",
                            "SAVEPOINT usher_1",
                            "SELECT name FROM knight ORDER BY name",
                            "RELEASE SAVEPOINT usher_1",
                            "COMMIT");
        }

        @Test
        void makesANewTransactionWaitInVainForItsCaller() {
            try (HikariDataSource impatient =
                    engine.pool(2, config -> config.addDataSourceProperty("busy_timeout", "200"))) {
                JdbcTransactions two = new JdbcTransactions(impatient);

                two.inTransaction(() -> {
                    execute(two, "INSERT INTO knight VALUES ('arthur')");
                    assertUnavailable(() -> two.inNewTransaction(() -> {
                        execute(two, "INSERT INTO knight VALUES ('mordred')");
                        return true;
                    }));
                    return true;
                });
            }
            assertThat(knights()).containsExactly("arthur");
        }

        @Test
        void commitsNothingAfterSqliteEndedTheTransactionByItself() {
            assertUnavailable(() -> transactions.inTransaction(() -> {
                knight("arthur");
                execute("PRAGMA max_page_count = 8");
                assertUnavailable(() -> execute("CREATE TABLE shield AS SELECT zeroblob(1000000)"));
                assertUnavailable(() -> knight("mordred"));
                return true;
            }));

            assertThat(knights()).isEmpty();
        }

        @Test
        void refusesAnUnsafeDataSourceAtItsFirstUse() {
            try (HikariDataSource unsafe =
                    engine.pool(1, config -> config.addDataSourceProperty("foreign_keys", "false"))) {
                JdbcTransactions refused = new JdbcTransactions(unsafe);

                for (int i = 0; i < 2; i++) {
                    assertThatIllegalStateException()
                            .isThrownBy(() -> refused.inTransaction(() -> {
                                execute(refused, "SELECT 1");
                                return true;
                            }))
                            .withMessageContaining("foreign_keys=true");
                }
            }
        }

        @Test
        void lendsNoConnectionThatIsStillInATransaction() throws Exception {
            dataSource.fail("ROLLBACK");
            assertThatThrownBy(() -> transactions.inTransaction(() -> {
                        knight("arthur");
                        throw new IllegalStateException("Camlann");
                    }))
                    .hasMessage("Camlann");
            dataSource.fail("");

            Thread.sleep(600);

            assertThat(transactions.inTransaction(() -> knight("bors"))).isTrue();
            assertThat(knights()).containsExactly("bors");
        }
    }

    @Nested
    class OnPostgres extends TransactionsOnEngine {

        OnPostgres() {
            super(Engine.postgres());
        }

        @Override
        String rollback() {
            return "rollback";
        }

        @Test
        void commitsNothingWhereAFailedStatementWasSwallowed() {
            assertThatThrownBy(() -> transactions.inTransaction(() -> {
                        knight("bors");
                        transactions.afterCommit(() -> log.add("never"));
                        assertThatThrownBy(() -> twice("arthur")).isInstanceOf(DatabaseException.class);
                        return true;
                    }))
                    .isInstanceOf(DatabaseException.class);

            assertThat(log).isEmpty();
            assertThat(knights()).isEmpty();
        }

        @Test
        void undoesJoinedWorkThatSwallowedAFailedStatement() {
            transactions.inTransaction(() -> {
                knight("bors");
                assertThatThrownBy(() -> transactions.inTransaction(() -> {
                            assertThatThrownBy(() -> twice("arthur")).isInstanceOf(DatabaseException.class);
                            return true;
                        }))
                        .isInstanceOf(DatabaseException.class);
                return knight("kay");
            });

            assertThat(knights()).containsExactly("bors", "kay");
        }

        @Test
        void survivesAConnectionThatIsKilledInATransaction() {
            assertThatThrownBy(() -> transactions.inTransaction(() -> {
                        knight("arthur");
                        execute("SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(1)");
                        return true;
                    }))
                    .isInstanceOf(UsersException.class);

            assertThat(transactions.inTransaction(() -> knight("bors"))).isTrue();
            assertThat(knights()).containsExactly("bors");
        }

        @Test
        void lendsNoConnectionThatIsStillInATransaction() {
            dataSource.fail("rollback");
            assertThatThrownBy(() -> transactions.inTransaction(() -> {
                        knight("arthur");
                        throw new IllegalStateException("Camlann");
                    }))
                    .hasMessage("Camlann");
            dataSource.fail("");

            assertThat(transactions.inTransaction(() -> knight("bors"))).isTrue();
            assertThat(knights()).containsExactly("bors");
        }

        @Test
        void restoresAutoCommitForWhoeverBorrowsTheConnectionNext() throws Exception {
            transactions.inTransaction(() -> knight("arthur"));

            try (Connection connection = pool.getConnection()) {
                assertThat(connection.getAutoCommit()).isTrue();
            }
        }
    }
}
