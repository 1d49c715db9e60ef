package dev.usher.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchMigrationTest {

    private static final Identifier QUESTS = new Identifier("quest");
    private static final Identifier ID = new Identifier("id");
    private static final BatchMigration<Long> RENOWN =
            BatchMigration.of("quest-renown", QUESTS, ID, IdType.LONG).batchSize(10);

    /** What holds on every engine. */
    abstract static class Run {

        private static final int ROWS = 95;

        abstract DataSource dataSource();

        private DataSource quests() throws SQLException {
            DataSource dataSource = dataSource();
            try (Connection connection = dataSource.getConnection()) {
                Dialect.execute(connection, "CREATE TABLE quest (id bigint PRIMARY KEY, open boolean, renown integer)");
                Dialect.execute(
                        connection,
                        "INSERT INTO quest WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                                + ROWS + ") SELECT i * 3, true, 0 FROM n");
            }
            return dataSource;
        }

        /** Changes which rows an OFFSET over the open ones would count. */
        private static void finish(Connection connection, List<Long> keys) throws SQLException {
            try (PreparedStatement statement =
                    connection.prepareStatement("UPDATE quest SET open = false, renown = renown + 1 WHERE id = ?")) {
                for (Long key : keys) {
                    statement.setLong(1, key);
                    statement.executeUpdate();
                }
            }
        }

        private static void assertEachChangedOnce(DataSource dataSource) {
            Database database = Database.of(dataSource);
            List<Integer> renown =
                    database.lend(connection -> Rows.of(connection, "SELECT renown FROM quest", row -> row.getInt(1)));
            assertThat(renown).hasSize(ROWS).containsOnly(1);
        }

        @Test
        void changesEveryRowOnce() throws SQLException {
            DataSource dataSource = quests();

            assertThat(RENOWN.run(dataSource, Run::finish, BatchMigration.Progress.NONE))
                    .isEqualTo(ROWS);

            assertEachChangedOnce(dataSource);
        }

        @Test
        void goesOnWhereItFailedWithoutSkippingOrRepeating() throws SQLException {
            DataSource dataSource = quests();
            List<Integer> failures = new ArrayList<>();
            BatchMigration.Work<Long> clumsy = (connection, keys) -> {
                finish(connection, keys);
                if (failures.size() < 30 && (keys.get(0) + failures.size()) % 4 != 0) {
                    failures.add(keys.size());
                    throw new SQLException("dropped the Grail", "HY000");
                }
            };

            int runs = 1;
            while (!succeeds(dataSource, clumsy)) {
                runs++;
            }

            assertThat(runs).isEqualTo(failures.size() + 1).isGreaterThan(5);
            assertEachChangedOnce(dataSource);
        }

        private static boolean succeeds(DataSource dataSource, BatchMigration.Work<Long> work) {
            try {
                RENOWN.run(dataSource, work, BatchMigration.Progress.NONE);
                return true;
            } catch (DatabaseException e) {
                return false;
            }
        }

        @Test
        void losesTheBatchAndThePositionTogetherWhenTheConnectionDies() throws SQLException {
            DataSource dataSource = quests();
            int[] batches = {0};

            assertThatThrownBy(() -> RENOWN.run(
                            dataSource,
                            (connection, keys) -> {
                                finish(connection, keys);
                                if (++batches[0] == 4) {
                                    connection.close();
                                    throw new SQLException("killed", "08006");
                                }
                            },
                            BatchMigration.Progress.NONE))
                    .isInstanceOf(RuntimeException.class);
            RENOWN.run(dataSource, Run::finish, BatchMigration.Progress.NONE);

            assertEachChangedOnce(dataSource);
        }

        @Test
        void tellsItsProgress() throws SQLException {
            DataSource dataSource = quests();
            List<String> told = new ArrayList<>();

            RENOWN.run(dataSource, Run::finish, (done, total) -> told.add(done + "/" + total));

            assertThat(told)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 10)
                            .mapToObj(batch -> Math.min(batch * 10, ROWS) + "/" + ROWS)
                            .toList());
        }

        @Test
        void doesNothingOnceItIsFinished() throws SQLException {
            DataSource dataSource = quests();
            RENOWN.run(dataSource, Run::finish, BatchMigration.Progress.NONE);

            assertThat(RENOWN.run(dataSource, Run::finish, BatchMigration.Progress.NONE))
                    .isEqualTo(ROWS);

            assertEachChangedOnce(dataSource);
        }

        @Test
        void isSharedBySeveralProcesses() throws Exception {
            DataSource dataSource = quests();
            ExecutorService threads = Executors.newFixedThreadPool(3);
            List<Future<Long>> runs = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                runs.add(threads.submit(() -> RENOWN.run(dataSource, Run::finish, BatchMigration.Progress.NONE)));
            }
            for (Future<Long> run : runs) {
                assertThat(run.get()).isEqualTo(ROWS);
            }
            threads.shutdown();
            assertEachChangedOnce(dataSource);
        }

        @Test
        void walksByUuidAndByText() throws SQLException {
            walks(
                    IdType.UUID,
                    List.of(new UUID(-1, 5), new UUID(0, -1), new UUID(7, 7), new UUID(1, 1), new UUID(9, 0)));
            walks(IdType.STRING, List.of("Arthur", "arthur", "Ärthur", "z", "😀"));
        }

        private <K> void walks(IdType<K> type, List<K> keys) throws SQLException {
            DataSource dataSource = dataSource();
            Table table = new Table(
                    new Identifier("by_" + keys.get(0).hashCode()),
                    List.of(new Column(ID, type.columnType(), Column.Role.KEY)));
            Schema.create(dataSource, table);
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO " + table.name().quoted() + " VALUES (?)")) {
                for (K key : keys) {
                    type.columnType().write(insert, 1, key);
                    insert.executeUpdate();
                }
            }
            List<K> seen = new ArrayList<>();

            BatchMigration.of("walk " + table.name(), table.name(), ID, type)
                    .batchSize(2)
                    .run(dataSource, (connection, batch) -> seen.addAll(batch), BatchMigration.Progress.NONE);

            assertThat(seen).containsExactlyInAnyOrderElementsOf(keys);
        }

        @Test
        void refusesAKeyItCouldNotComeBackTo() throws SQLException {
            DataSource dataSource = quests();
            try (Connection connection = dataSource.getConnection()) {
                Dialect.execute(connection, "UPDATE quest SET id = -id");
            }

            assertThatIllegalStateException()
                    .isThrownBy(() -> RENOWN.run(dataSource, Run::finish, BatchMigration.Progress.NONE));
        }
    }

    @Nested
    class OnSqlite extends Run {

        private final Path folder;

        OnSqlite(@TempDir Path folder) {
            this.folder = folder;
        }

        @Override
        DataSource dataSource() {
            return Sqlite.safe(folder);
        }
    }

    @Nested
    class OnPostgres extends Run {

        private final DataSource schema = Postgres.emptySchema();

        @Override
        DataSource dataSource() {
            return schema;
        }
    }

    @Nested
    class BatchSize {

        @Test
        void isPositive() {
            assertThatIllegalArgumentException().isThrownBy(() -> RENOWN.batchSize(0));
        }
    }
}
