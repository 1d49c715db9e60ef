package dev.usher.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {

    private static final Table USERS = Table.users(
            "users",
            IdType.UUID,
            Map.of(),
            List.of(
                    Column.plain("first_name", ColumnType.text(100).nullable()),
                    Column.plain("motto", ColumnType.text()),
                    Column.plain("newsletter", ColumnType.bool()),
                    Column.plain("seat", ColumnType.integer()),
                    Column.plain("gold", ColumnType.bigint()),
                    Column.plain("knighted_at", ColumnType.instant().nullable())));

    private static final Table HOSTILE = Table.users(
            "my \"users\"; --",
            IdType.LONG,
            Map.of(BaseColumn.EMAIL, "e \"mail\"", BaseColumn.IS_ACTIVE, "select"),
            List.of(Column.plain("100 %s", ColumnType.bool())));

    private static String single(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    /** What holds on every engine. */
    abstract static class Create {

        abstract DataSource dataSource();

        @Test
        void makesTablesOfEveryKindOfId() throws SQLException {
            DataSource dataSource = dataSource();

            Schema.create(
                    dataSource,
                    Table.users("by_uuid", IdType.UUID, Map.of(), List.of()),
                    Table.users("by_number", IdType.LONG, Map.of(), List.of()),
                    Table.users("by_name", IdType.STRING, Map.of(), List.of()));

            assertThat(single(dataSource, "SELECT count(*) FROM by_uuid, by_number, by_name"))
                    .isEqualTo("0");
        }

        @Test
        void changesNothingTheSecondTime() throws SQLException {
            DataSource dataSource = dataSource();
            Schema.create(dataSource, Table.revokedTokens("revoked_token"));
            try (Connection connection = dataSource.getConnection()) {
                Dialect.execute(connection, "INSERT INTO revoked_token VALUES ('t', '2026-11-20 12:00:00')");
            }

            Schema.create(dataSource, USERS, Table.revokedTokens("revoked_token"));

            assertThat(single(dataSource, "SELECT count(*) FROM revoked_token")).isEqualTo("1");
            assertThat(single(dataSource, "SELECT count(*) FROM users")).isEqualTo("0");
        }

        @Test
        void quotesHostileNames() throws SQLException {
            DataSource dataSource = dataSource();

            Schema.create(dataSource, HOSTILE);

            assertThat(single(dataSource, "SELECT count(\"e \"\"mail\"\"\") FROM \"my \"\"users\"\"; --\""))
                    .isEqualTo("0");
        }

        @Test
        void leavesNothingBehindWhereOneTableIsRefused() {
            DataSource dataSource = dataSource();
            Table impossible = Table.users(
                    "avalon",
                    IdType.UUID,
                    Map.of(),
                    List.of(new Column(new Identifier("second_key"), ColumnType.text(), Column.Role.KEY)));

            assertThatThrownBy(() -> Schema.create(dataSource, Table.revokedTokens("revoked_token"), impossible))
                    .isInstanceOf(DatabaseException.class);

            assertThatThrownBy(() -> single(dataSource, "SELECT count(*) FROM revoked_token"))
                    .isInstanceOf(SQLException.class);
        }

        @Test
        void mayHappenInSeveralProcessesAtOnce() throws Exception {
            DataSource dataSource = dataSource();
            int processes = 8;
            CyclicBarrier start = new CyclicBarrier(processes);
            ExecutorService threads = Executors.newFixedThreadPool(processes);
            List<Future<?>> creations = new ArrayList<>();
            for (int i = 0; i < processes; i++) {
                creations.add(threads.submit(() -> {
                    start.await();
                    Schema.create(dataSource, USERS, Table.revokedTokens("revoked_token"));
                    return true;
                }));
            }
            for (Future<?> creation : creations) {
                assertThat(creation.get()).isEqualTo(true);
            }
            threads.shutdown();
        }
    }

    @Nested
    class CreateOnSqlite extends Create {

        private final Path folder;

        CreateOnSqlite(@TempDir Path folder) {
            this.folder = folder;
        }

        @Override
        DataSource dataSource() {
            return Sqlite.safe(folder);
        }

        @Test
        void declaresTheUserTable() throws SQLException {
            Schema.create(dataSource(), USERS);

            assertThat(single(dataSource(), "SELECT replace(sql, 'CREATE TABLE', '') FROM sqlite_schema"))
                    .isEqualTo("""
                             "users" (
                                "id" char(36) NOT NULL,
                                "email" varchar(320) NOT NULL,
                                "hashed_password" varchar(1024) NOT NULL,
                                "is_active" boolean NOT NULL,
                                "is_superuser" boolean NOT NULL,
                                "is_verified" boolean NOT NULL,
                                "token_version" integer NOT NULL,
                                "row_version" bigint NOT NULL,
                                "created_at" timestamp NOT NULL,
                                "updated_at" timestamp NOT NULL,
                                "first_name" varchar(100),
                                "motto" text NOT NULL,
                                "newsletter" boolean NOT NULL,
                                "seat" integer NOT NULL,
                                "gold" bigint NOT NULL,
                                "knighted_at" timestamp,
                                CONSTRAINT "users_pkey" PRIMARY KEY ("id"),
                                CONSTRAINT "users_email_key" UNIQUE ("email"),
                                CONSTRAINT "users_is_active_check" CHECK ("is_active" IN (0, 1)),
                                CONSTRAINT "users_is_superuser_check" CHECK ("is_superuser" IN (0, 1)),
                                CONSTRAINT "users_is_verified_check" CHECK ("is_verified" IN (0, 1)),
                                CONSTRAINT "users_newsletter_check" CHECK ("newsletter" IN (0, 1))
                            )""");
        }

        @Test
        void makesLongIdsThatAreNeverGivenOutAgain() {
            assertThat(HOSTILE.statements(Dialect.SQLITE).get(0))
                    .contains(
                            "\"id\" integer CONSTRAINT \"my \"\"users\"\"; --_pkey\" PRIMARY KEY AUTOINCREMENT NOT NULL");
        }

        @Test
        void waitsWhileAnotherProcessTurnsOnTheWriteAheadLog() throws Exception {
            DataSource other = Sqlite.with(folder, Map.of("journal_mode", "DELETE"));
            DataSource impatient = Sqlite.with(folder, Map.of("busy_timeout", "1"));
            try (Connection connection = other.getConnection()) {
                Dialect.execute(connection, "BEGIN EXCLUSIVE");
                CompletableFuture<Void> creation = CompletableFuture.runAsync(
                        () -> Schema.create(impatient, Table.revokedTokens("revoked_token")));
                Thread.sleep(100);
                Dialect.execute(connection, "ROLLBACK");

                creation.get();
            }
            assertThat(single(impatient, "SELECT count(*) FROM revoked_token")).isEqualTo("0");
        }

        @Test
        void refusesAnUnsafeDataSource() {
            DataSource unsafe = Sqlite.with(folder, Map.of("foreign_keys", "false"));

            assertThatThrownBy(() -> Schema.create(unsafe, USERS)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class CreateOnPostgres extends Create {

        private final DataSource schema = Postgres.emptySchema();

        @Override
        DataSource dataSource() {
            return schema;
        }

        @Test
        void declaresTheUserTable() {
            assertThat(USERS.statements(Dialect.POSTGRESQL)).containsExactly("""
                            CREATE TABLE IF NOT EXISTS "users" (
                                "id" uuid NOT NULL,
                                "email" varchar(320) NOT NULL,
                                "hashed_password" varchar(1024) NOT NULL,
                                "is_active" boolean NOT NULL,
                                "is_superuser" boolean NOT NULL,
                                "is_verified" boolean NOT NULL,
                                "token_version" integer NOT NULL,
                                "row_version" bigint NOT NULL,
                                "created_at" timestamptz NOT NULL,
                                "updated_at" timestamptz NOT NULL,
                                "first_name" varchar(100),
                                "motto" text NOT NULL,
                                "newsletter" boolean NOT NULL,
                                "seat" integer NOT NULL,
                                "gold" bigint NOT NULL,
                                "knighted_at" timestamptz,
                                CONSTRAINT "users_pkey" PRIMARY KEY ("id"),
                                CONSTRAINT "users_email_key" UNIQUE ("email")
                            )""");
        }

        @Test
        void indexesTheExpiryOfRevokedTokens() {
            assertThat(Table.revokedTokens("revoked_token").statements(Dialect.POSTGRESQL))
                    .last()
                    .isEqualTo("CREATE INDEX IF NOT EXISTS \"revoked_token_expires_at_idx\" ON \"revoked_token\""
                            + " (\"expires_at\")");
        }
    }

    @Nested
    class Definition {

        @Test
        void refusesTwoColumnsOfOneName() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Table.users(
                            "users", IdType.UUID, Map.of(), List.of(Column.plain("Email", ColumnType.text()))))
                    .withMessageContaining("Email");
        }
    }
}
