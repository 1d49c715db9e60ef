package dev.usher.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.schema.UserSchema.TokenTable;
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

    private static final Table USERS = UserSchema.of("users", IdType.UUID)
            .column(Column.plain("first_name", ColumnType.text(100).nullable()))
            .column(Column.plain("motto", ColumnType.text()))
            .column(Column.plain("newsletter", ColumnType.bool()))
            .column(Column.plain("seat", ColumnType.integer()))
            .column(Column.plain("gold", ColumnType.bigint()))
            .column(Column.plain("knighted_at", ColumnType.instant().nullable()))
            .users();

    private static final Table REVOKED = UserSchema.of("users", IdType.UUID).revokedTokens();

    private static final UserSchema HOSTILE = UserSchema.of("my \"users\"; --", IdType.LONG)
            .rename(BaseColumn.EMAIL, "e \"mail\"")
            .rename(BaseColumn.IS_ACTIVE, "select")
            .rename(TokenTable.OAUTH_ACCOUNT, "o'auth")
            .column(Column.plain("100 %s", ColumnType.bool()));

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
                    UserSchema.of("by_uuid", IdType.UUID).users(),
                    UserSchema.of("by_number", IdType.LONG).users(),
                    UserSchema.of("by_name", IdType.STRING).users());

            assertThat(single(dataSource, "SELECT count(*) FROM by_uuid, by_number, by_name"))
                    .isEqualTo("0");
        }

        @Test
        void changesNothingTheSecondTime() throws SQLException {
            DataSource dataSource = dataSource();
            Schema.create(dataSource, REVOKED);
            try (Connection connection = dataSource.getConnection()) {
                Dialect.execute(connection, "INSERT INTO revoked_token VALUES ('t', '2026-11-20 12:00:00')");
            }

            Schema.create(dataSource, USERS, REVOKED);

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
            Table impossible = UserSchema.of("avalon", IdType.UUID)
                    .column(new Column(new Identifier("second_key"), ColumnType.text(), Column.Role.KEY))
                    .users();

            assertThatThrownBy(() -> Schema.create(dataSource, REVOKED, impossible))
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
                    Schema.create(dataSource, USERS, REVOKED);
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
                                "id" char(36) NOT NULL CONSTRAINT "users_pkey" PRIMARY KEY,
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
                                CONSTRAINT "users_email_key" UNIQUE ("email"),
                                CONSTRAINT "users_is_active_check" CHECK ("is_active" IN (0, 1)),
                                CONSTRAINT "users_is_superuser_check" CHECK ("is_superuser" IN (0, 1)),
                                CONSTRAINT "users_is_verified_check" CHECK ("is_verified" IN (0, 1)),
                                CONSTRAINT "users_newsletter_check" CHECK ("newsletter" IN (0, 1))
                            )""");
        }

        @Test
        void indexesTheSuperusersOnly() {
            assertThat(HOSTILE.users().statements(Dialect.SQLITE).get(1)).endsWith(" WHERE \"is_superuser\" = 1");
        }

        @Test
        void makesLongIdsThatAreNeverGivenOutAgain() {
            assertThat(HOSTILE.users().statements(Dialect.SQLITE).get(0))
                    .contains(
                            "\"id\" integer NOT NULL CONSTRAINT \"my \"\"users\"\"; --_pkey\" PRIMARY KEY AUTOINCREMENT");
        }

        @Test
        void waitsWhileAnotherProcessTurnsOnTheWriteAheadLog() throws Exception {
            DataSource other = Sqlite.with(folder, Map.of("journal_mode", "DELETE"));
            DataSource impatient = Sqlite.with(folder, Map.of("busy_timeout", "1"));
            try (Connection connection = other.getConnection()) {
                Dialect.execute(connection, "BEGIN EXCLUSIVE");
                CompletableFuture<Void> creation = CompletableFuture.runAsync(() -> Schema.create(impatient, REVOKED));
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
                                "email" varchar(320) COLLATE "C" NOT NULL,
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
                            )""", """
                            CREATE INDEX IF NOT EXISTS "users_is_superuser_idx" ON "users" ("is_superuser") WHERE "is_superuser\"""");
        }

        @Test
        void declaresAccountsAtProviders() {
            assertThat(UserSchema.of("users", IdType.LONG).oauthAccounts().statements(Dialect.POSTGRESQL))
                    .containsExactly("""
                            CREATE TABLE IF NOT EXISTS "oauth_account" (
                                "id" bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
                                "user_id" bigint NOT NULL,
                                "oauth_name" varchar(100) COLLATE "C" NOT NULL,
                                "account_id" varchar(320) COLLATE "C" NOT NULL,
                                "account_email" varchar(320) NOT NULL,
                                "access_token" text NOT NULL,
                                "refresh_token" text,
                                "expires_at" bigint,
                                CONSTRAINT "oauth_account_pkey" PRIMARY KEY ("id"),
                                CONSTRAINT "oauth_account_oauth_name_account_id_key" UNIQUE ("oauth_name", "account_id"),
                                CONSTRAINT "oauth_account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
                            )""", """
                            CREATE INDEX IF NOT EXISTS "oauth_account_user_id_idx" ON "oauth_account" ("user_id")""");
        }

        @Test
        void declaresOpaqueTokens() {
            assertThat(UserSchema.of("users", IdType.STRING).accessTokens().statements(Dialect.POSTGRESQL))
                    .containsExactly("""
                            CREATE TABLE IF NOT EXISTS "access_token" (
                                "digest" varchar(64) COLLATE "C" NOT NULL,
                                "user_id" varchar(255) COLLATE "C" NOT NULL,
                                "token_version" integer NOT NULL,
                                "created_at" timestamptz NOT NULL,
                                "expires_at" timestamptz NOT NULL,
                                CONSTRAINT "access_token_pkey" PRIMARY KEY ("digest"),
                                CONSTRAINT "access_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
                            )""", """
                            CREATE INDEX IF NOT EXISTS "access_token_user_id_idx" ON "access_token" ("user_id")""", """
                            CREATE INDEX IF NOT EXISTS "access_token_expires_at_idx" ON "access_token" ("expires_at")""");
        }

        @Test
        void indexesTheExpiryOfRevokedTokens() {
            assertThat(REVOKED.statements(Dialect.POSTGRESQL))
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
                    .isThrownBy(
                            () -> UserSchema.of("users", IdType.UUID).column(Column.plain("Email", ColumnType.text())))
                    .withMessageContaining("Email");
        }
    }
}
