package dev.usher.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.schema.Adoption;
import dev.usher.schema.AdoptionPlan;
import dev.usher.schema.BatchMigration;
import dev.usher.schema.ColumnType;
import dev.usher.schema.Dialect;
import dev.usher.schema.IdType;
import dev.usher.schema.Identifier;
import dev.usher.schema.Schema;
import dev.usher.schema.SchemaCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of {@code docs/schema.md} and {@code docs/adopting-fastapi-users.md}, which take it from here. */
class SchemaWalkthroughTest {

    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(Level.SEVERE);
    }

    static final UserTable<Knight<UUID>, UUID> KNIGHTS = UserTable.<Knight<UUID>, UUID>of(
                    "users", IdType.UUID, Knight::new)
            .column("motto", ColumnType.text(100).nullable(), Knight::motto, Knight::motto);

    private final Path folder;
    private final HikariDataSource dataSource;

    SchemaWalkthroughTest(@TempDir Path folder) {
        this.folder = folder;
        this.dataSource = Engine.sqlite(folder).pool(2);
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static void start(DataSource dataSource) {
        Schema.migrate(dataSource, KNIGHTS.schema());
        // ... the application's own migrations, by its own Flyway ...
        SchemaCheck.FAIL.run(dataSource, KNIGHTS.schema());
    }

    static Flyway oneForAll(DataSource dataSource, String ownLocation) {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations(Schema.migrations(Dialect.SQLITE), ownLocation)
                .placeholders(KNIGHTS.schema().placeholders(Dialect.SQLITE))
                .outOfOrder(true)
                .load();
    }

    static void trimMottos(DataSource dataSource) {
        BatchMigration.of("trim mottos", new Identifier("users"), new Identifier("id"), IdType.UUID)
                .batchSize(1000)
                .run(dataSource, SchemaWalkthroughTest::trim, (done, total) -> System.out.println(done + "/" + total));
    }

    static void trim(Connection connection, List<UUID> ids) throws SQLException {
        String sql = "UPDATE users SET motto = trim(motto) WHERE id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (UUID id : ids) {
                IdType.UUID.columnType().write(statement, 1, id);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static void adopt(DataSource dataSource) {
        UserTable<Knight<UUID>, UUID> table = UserTable.of("user", IdType.UUID, Knight::new);
        Adoption adoption = Adoption.of(table.schema());

        AdoptionPlan plan = adoption.plan(dataSource); // changes nothing
        System.out.println(plan);
        if (!plan.isRefused()) {
            adoption.adopt(dataSource, (done, total) -> System.out.println(done + " of about " + total));
        }
    }

    @Test
    void migratesThenChecks() throws SQLException {
        Schema.create(dataSource, KNIGHTS.schema().users());

        start(dataSource);

        execute(
                "INSERT INTO users VALUES ('0e8400e2-9b41-4d4a-a716-446655440001', 'arthur@camelot.bt', 'x', 1, 0, 0, 1,"
                        + " 0, 0, 0, ' Excalibur ')");
        trimMottos(dataSource);
        execute("INSERT INTO revoked_token SELECT motto, 0 FROM users WHERE motto = 'Excalibur'");
        assertThat(new JdbcTransactions(dataSource)
                        .<Integer>run("DELETE FROM revoked_token", PreparedStatement::executeUpdate))
                .isEqualTo(1);
    }

    @Test
    void letsTheApplicationsFlywayRunEverything() throws Exception {
        Files.writeString(folder.resolve("V1__motto.sql"), "ALTER TABLE users ADD COLUMN motto varchar(100);");

        oneForAll(dataSource, "filesystem:" + folder).migrate();

        SchemaCheck.FAIL.run(dataSource, KNIGHTS.schema());
    }

    @Test
    void adopts() throws SQLException {
        execute("CREATE TABLE user (id CHAR(36) NOT NULL, email VARCHAR(320) NOT NULL, hashed_password VARCHAR(1024)"
                + " NOT NULL, is_active BOOLEAN NOT NULL, is_superuser BOOLEAN NOT NULL, is_verified BOOLEAN NOT NULL,"
                + " PRIMARY KEY (id))");
        execute("CREATE UNIQUE INDEX ix_user_email ON user (email)");

        adopt(dataSource);

        SchemaCheck.FAIL.run(
                dataSource, UserTable.of("user", IdType.UUID, Knight::new).schema());
    }
}
