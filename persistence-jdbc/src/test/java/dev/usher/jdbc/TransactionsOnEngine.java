package dev.usher.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.ErrorCode;
import dev.usher.UsersException;
import dev.usher.schema.DatabaseException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What must hold for transactions on every engine, with a pool of one connection where nothing else is said. */
abstract class TransactionsOnEngine {

    final Engine engine;
    final HikariDataSource pool;
    final TamperedDataSource dataSource;
    final JdbcTransactions transactions;
    final List<String> log = new ArrayList<>();

    TransactionsOnEngine(Engine engine) {
        this.engine = engine;
        this.pool = engine.pool(1);
        this.dataSource = new TamperedDataSource(pool);
        this.transactions = new JdbcTransactions(dataSource);
    }

    /** What ends a transaction without commit: a statement, or a method of the connection. */
    abstract String rollback();

    @BeforeEach
    void createTables() {
        execute("CREATE TABLE knight (name varchar(20) PRIMARY KEY)");
        execute("""
                CREATE TABLE squire (name varchar(20) PRIMARY KEY,
                    master varchar(20) REFERENCES knight (name) DEFERRABLE INITIALLY DEFERRED)""");
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    static void execute(JdbcTransactions transactions, String sql) {
        transactions.withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    void execute(String sql) {
        execute(transactions, sql);
    }

    boolean knight(String name) {
        execute("INSERT INTO knight VALUES ('" + name + "')");
        return true;
    }

    /** Who sits at the table, as others see it. */
    List<String> knights() {
        return transactions.withConnection(connection -> {
            List<String> names = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT name FROM knight ORDER BY name")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        });
    }

    /** A name is taken once somebody has it. */
    boolean twice(String name) {
        knight(name);
        return knight(name);
    }

    void assertUnavailable(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(UsersException.class, e -> assertThat(e.code())
                .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));
    }

    @Nested
    class InTransaction {

        @Test
        void leavesTheCallersTransactionUsableWhereJoinedWorkFails() {
            transactions.inTransaction(() -> {
                knight("arthur");
                assertThatThrownBy(() -> transactions.inTransaction(() -> {
                            knight("mordred");
                            throw new IllegalStateException("treason");
                        }))
                        .hasMessage("treason");
                return knight("bors");
            });

            assertThat(knights()).containsExactly("arthur", "bors");
        }

        @Test
        void leavesTheCallersTransactionUsableWhereAJoinedStatementFails() {
            transactions.inTransaction(() -> {
                knight("bors");
                assertThatThrownBy(() -> transactions.inTransaction(() -> twice("arthur")))
                        .isInstanceOf(DatabaseException.class);
                return knight("kay");
            });

            assertThat(knights()).containsExactly("bors", "kay");
        }

        @Test
        void undoesWhatWasJoinedToTheJoined() {
            transactions.inTransaction(() -> {
                knight("arthur");
                assertThatThrownBy(() -> transactions.inTransaction(() -> {
                            transactions.inTransaction(() -> knight("mordred"));
                            throw new IllegalStateException("treason");
                        }))
                        .hasMessage("treason");
                return transactions.inTransaction(() -> knight("bors"));
            });

            assertThat(knights()).containsExactly("arthur", "bors");
        }

        @Test
        void commitsNothingWhereTheCommitFails() {
            assertThatThrownBy(() -> transactions.inTransaction(() -> {
                        transactions.afterCommit(() -> log.add("never"));
                        knight("arthur");
                        execute("INSERT INTO squire VALUES ('griflet', 'nobody')");
                        return true;
                    }))
                    .isInstanceOf(DatabaseException.class)
                    .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());

            assertThat(log).isEmpty();
            assertThat(knights()).isEmpty();
            assertThat(transactions.inTransaction(() -> knight("bors"))).isTrue();
        }

        @Test
        void suppressesAFailedRollBackAndDestroysTheConnection() {
            IllegalStateException failure = new IllegalStateException("Camlann");
            dataSource.fail(rollback());

            assertThatThrownBy(() -> transactions.inTransaction(() -> {
                        knight("arthur");
                        throw failure;
                    }))
                    .isSameAs(failure);

            assertThat(failure.getSuppressed()[0])
                    .isInstanceOf(SQLException.class)
                    .hasMessage("tampered with");
            dataSource.fail("");
            try (HikariDataSource others = engine.pool(1)) {
                JdbcTransactions theirs = new JdbcTransactions(others);
                theirs.inTransaction(() -> {
                    execute(theirs, "INSERT INTO knight VALUES ('bors')");
                    return true;
                });
            }
        }
    }

    @Nested
    class BeforeTheFirstStatement {

        @Test
        void holdsNoConnection() {
            transactions.inTransaction(() -> {
                transactions.inNewTransaction(() -> knight("arthur"));
                return knights().contains("arthur") && knight("bors");
            });

            assertThat(knights()).containsExactly("arthur", "bors");
        }

        @Test
        void needsNoDatabase() {
            pool.close();

            transactions.inTransaction(() -> transactions.inTransaction(() -> {
                transactions.afterCommit(() -> log.add("done"));
                return true;
            }));

            assertThat(log).containsExactly("done");
        }

        @Test
        void setsTheSavepointsOfAllThatJoinedMeanwhile() {
            transactions.inTransaction(() -> {
                assertThatThrownBy(() -> transactions.inTransaction(() -> {
                            transactions.inTransaction(() -> knight("mordred"));
                            throw new IllegalStateException("treason");
                        }))
                        .hasMessage("treason");
                return knight("bors");
            });

            assertThat(knights()).containsExactly("bors");
        }
    }

    @Nested
    class InNewTransaction {

        @Test
        void restoresTheCallersTransactionWhereItCannotBegin() {
            try (HikariDataSource hasty = engine.pool(1, config -> config.setConnectionTimeout(500))) {
                JdbcTransactions alone = new JdbcTransactions(hasty);

                alone.inTransaction(() -> {
                    execute(alone, "INSERT INTO knight VALUES ('arthur')");
                    alone.afterCommit(() -> log.add("committed"));
                    assertUnavailable(() -> alone.inNewTransaction(() -> {
                        execute(alone, "INSERT INTO knight VALUES ('mordred')");
                        return true;
                    }));
                    execute(alone, "INSERT INTO knight VALUES ('kay')");
                    return true;
                });
            }
            assertThat(log).containsExactly("committed");
            assertThat(knights()).containsExactly("arthur", "kay");
        }
    }

    @Nested
    class AfterCommit {

        @Test
        void runsActionsInOrderWhenTheConnectionIsGivenBack() {
            transactions.inTransaction(() -> {
                transactions.afterCommit(() -> log.add("saw " + knights()));
                transactions.inTransaction(() -> {
                    transactions.afterCommit(() -> transactions.inTransaction(() -> knight("bors")));
                    return true;
                });
                transactions.afterCommit(() -> log.add("saw " + knights()));
                return knight("arthur") && log.add("worked");
            });

            assertThat(log).containsExactly("worked", "saw [arthur]", "saw [arthur, bors]");
        }
    }

    @Nested
    class WithConnection {

        @Test
        void commitsEachStatementWhereThereIsNoTransaction() {
            knight("arthur");
            assertThatThrownBy(() -> twice("arthur")).isInstanceOf(DatabaseException.class);

            assertThat(knights()).containsExactly("arthur");
        }

        @Test
        void takesNoSecondConnectionInsideATransaction() {
            assertThat(transactions.inTransaction(
                            () -> knight("arthur") && knights().contains("arthur")))
                    .isTrue();
        }

        @Test
        void worksOnAPoolWithoutAutoCommit() {
            try (HikariDataSource manual = engine.pool(1, config -> config.setAutoCommit(false))) {
                JdbcTransactions ours = new JdbcTransactions(manual);

                execute(ours, "INSERT INTO knight VALUES ('arthur')");
                ours.inTransaction(() -> {
                    execute(ours, "INSERT INTO knight VALUES ('bors')");
                    return true;
                });
            }
            assertThat(knights()).containsExactly("arthur", "bors");
        }
    }
}
