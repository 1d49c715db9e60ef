package dev.usher.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.ErrorCode;
import dev.usher.UsersException;
import dev.usher.schema.UserSchema.TokenTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationsTest {

    private static final List<Logger> QUIET =
            Stream.of("liquibase", "org.flywaydb").map(Logger::getLogger).toList();

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
    }

    private static final UserSchema USERS = UserSchema.of("users", IdType.UUID);

    static Stream<UserSchema> schemas() {
        return Stream.of(
                USERS,
                UserSchema.of("player", IdType.LONG),
                UserSchema.of("users", IdType.STRING),
                UserSchema.of("my \"users\"; --", IdType.LONG)
                        .rename(BaseColumn.EMAIL, "e \"mail\"")
                        .rename(BaseColumn.IS_ACTIVE, "select")
                        .rename(TokenTable.REVOKED_TOKEN, "Spent $1 tokens")
                        .rename(TokenTable.OAUTH_ACCOUNT, "o'auth"));
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Dialect.execute(connection, sql);
        }
    }

    /** What holds on every engine. */
    abstract static class Migrate {

        abstract DataSource emptyDatabase();

        static Stream<UserSchema> schemas() {
            return MigrationsTest.schemas();
        }

        @ParameterizedTest
        @MethodSource("schemas")
        void leadsToWhatCreateMakes(UserSchema schema) throws SQLException {
            DataSource created = emptyDatabase();
            Schema.create(created, schema);
            DataSource migrated = emptyDatabase();

            assertThat(Schema.migrate(migrated, schema)).isEqualTo(1);

            assertThat(LiveCatalogue.of(migrated))
                    .isEqualTo(LiveCatalogue.of(created))
                    .hasSizeGreaterThan(30);
        }

        @Test
        void runsEachVersionOnce() {
            DataSource dataSource = emptyDatabase();
            Schema.migrate(dataSource, USERS);

            assertThat(Schema.migrate(dataSource, USERS)).isZero();
        }

        @Test
        void runsBesideTheTablesAndMigrationsOfTheApplication(@TempDir Path folder) throws Exception {
            DataSource dataSource = emptyDatabase();
            Files.writeString(folder.resolve("V1__quests.sql"), "CREATE TABLE quest (id integer PRIMARY KEY);");
            Flyway application = Flyway.configure()
                    .dataSource(dataSource)
                    .locations("filesystem:" + folder)
                    .load();
            application.migrate();

            assertThat(Schema.migrate(dataSource, USERS)).isEqualTo(1);

            Files.writeString(folder.resolve("V2__motto.sql"), "ALTER TABLE users ADD COLUMN motto varchar(100);");
            assertThat(application.migrate().migrationsExecuted).isEqualTo(1);
        }

        @Test
        void takesOverTablesThatCreateMade() throws SQLException {
            DataSource dataSource = emptyDatabase();
            Schema.create(dataSource, USERS);
            List<String> created = LiveCatalogue.of(dataSource);

            assertThat(Schema.migrate(dataSource, USERS)).isEqualTo(1);

            assertThat(LiveCatalogue.of(dataSource)).isEqualTo(created);
        }

        @Test
        void canBeHandedToTheFlywayOfTheApplication(@TempDir Path folder) throws Exception {
            DataSource dataSource = emptyDatabase();
            Files.writeString(folder.resolve("V1__motto.sql"), "ALTER TABLE users ADD COLUMN motto varchar(100);");

            int ran = ownFlyway(dataSource, "filesystem:" + folder).migrate().migrationsExecuted;

            assertThat(ran).isEqualTo(2);
            assertThat(LiveCatalogue.of(dataSource)).anyMatch(line -> line.contains("motto"));
        }

        private static Flyway ownFlyway(DataSource dataSource, String ownMigrations) throws SQLException {
            Dialect dialect;
            try (Connection connection = dataSource.getConnection()) {
                dialect = Dialect.of(connection);
            }
            return Flyway.configure()
                    .dataSource(dataSource)
                    .locations(Schema.migrations(dialect), ownMigrations)
                    .placeholders(USERS.placeholders(dialect))
                    .outOfOrder(true)
                    .load();
        }

        @Test
        void canBeHandedToTheLiquibaseOfTheApplication() throws Exception {
            DataSource created = emptyDatabase();
            Schema.create(created, USERS);
            DataSource migrated = emptyDatabase();

            updateByLiquibase(migrated, "camelot-changelog.xml");

            assertThat(LiveCatalogue.of(migrated).stream()
                            .filter(line -> !line.contains("databasechangelog") && !line.contains("DATABASECHANGELOG")))
                    .isEqualTo(LiveCatalogue.of(created));
        }

        private static void updateByLiquibase(DataSource dataSource, String changelog) throws Exception {
            try (Connection connection = dataSource.getConnection()) {
                var database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                Scope.child(Scope.Attr.ui, new liquibase.ui.LoggerUIService(), () -> new CommandScope("update")
                        .addArgumentValue("database", database)
                        .addArgumentValue("changelogFile", changelog)
                        .addArgumentValue("showSummary", UpdateSummaryEnum.OFF)
                        .execute());
            }
        }

        @Test
        void leavesNothingBehindWhereItFails() throws SQLException {
            DataSource dataSource = emptyDatabase();
            execute(dataSource, "CREATE VIEW access_token AS SELECT 1 AS digest");

            assertThatThrownBy(() -> Schema.migrate(dataSource, USERS)).isInstanceOf(RuntimeException.class);

            assertThat(LiveCatalogue.of(dataSource)).noneMatch(line -> line.contains("users"));
        }
    }

    @Nested
    class OnSqlite extends Migrate {

        private final Path folder;
        private int databases;

        OnSqlite(@TempDir Path folder) {
            this.folder = folder;
        }

        @Override
        DataSource emptyDatabase() {
            return Sqlite.at(
                    "jdbc:sqlite:" + folder.resolve(++databases + ".db"), Dialect.SQLITE.connectionProperties());
        }
    }

    @Nested
    class OnPostgres extends Migrate {

        @Override
        DataSource emptyDatabase() {
            return Postgres.emptySchema();
        }

        @RepeatedTest(5)
        void mayHappenInSeveralProcessesAtOnceBesideTablesOfTheApplications() throws Exception {
            DataSource dataSource = emptyDatabase();
            Schema.create(dataSource, USERS.revokedTokens());
            ExecutorService threads = Executors.newFixedThreadPool(4);
            CyclicBarrier start = new CyclicBarrier(4);
            List<Future<Integer>> migrations = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                migrations.add(threads.submit(() -> {
                    start.await();
                    return Schema.migrate(dataSource, USERS);
                }));
            }
            int ran = 0;
            for (Future<Integer> migration : migrations) {
                ran += migration.get();
            }
            threads.shutdown();
            assertThat(ran).isEqualTo(1);
        }
    }

    @Nested
    class OnNoEngine {

        @Test
        void isUnavailable() {
            assertThatThrownBy(() -> Schema.migrate(Postgres.notRunning(), USERS))
                    .isInstanceOfSatisfying(
                            UsersException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));
        }
    }

    @Nested
    class WithoutFlyway {

        @Test
        void namesTheArtifactThatIsMissing(@TempDir Path folder) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> migrateWithout("flyway", Sqlite.safe(folder)))
                    .withMessageContaining("org.flywaydb:flyway-core");
        }

        @Test
        void namesTheArtifactForPostgres() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> migrateWithout("flyway-database-postgresql", Postgres.emptySchema()))
                    .withMessageContaining("org.flywaydb:flyway-database-postgresql");
        }

        /** Usher's own classes once more, by a class loader that lacks some jars. */
        private static void migrateWithout(String jar, DataSource dataSource) throws Exception {
            try (PartialClassPath classes = PartialClassPath.without(jar)) {
                classes.migrate(dataSource);
            }
        }
    }

    @Nested
    class PlaceholderValues {

        @Test
        void areRefusedWhereNamesOfConstraintsWouldBeCut() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> UserSchema.of("x".repeat(45), IdType.UUID).placeholders(Dialect.SQLITE))
                    .withMessageContaining("shorter name");
        }

        @Test
        void areAllThatTheMigrationsAskFor() throws IOException {
            for (Dialect dialect : Dialect.values()) {
                Path file =
                        Path.of("src/main/resources", Schema.migrations(dialect).substring("classpath:".length()));
                String sql = Files.readString(file.resolve("V0.87437.1__usher_tables.sql"));
                for (String name : USERS.placeholders(dialect).keySet()) {
                    assertThat(sql).contains("${" + name + "}");
                }
            }
        }
    }
}
