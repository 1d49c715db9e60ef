package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Arthur's whole story, as the README tells it, in two runs of the service on one database. */
class TourTest {

    private static final String ARTHUR = "arthur@camelot.bt";

    @Test
    void goesRoundOnSqlite(@TempDir Path folder) {
        goRound(Launch.in(folder));
        assertThat(folder.resolve("usher.db")).isRegularFile();
    }

    @Test
    void goesRoundOnSqliteOverJpa(@TempDir Path folder) {
        goRound(Launch.in(folder).env("QUICKSTART_PERSISTENCE", "jpa"));
        assertThat(folder.resolve("usher.db")).isRegularFile();
    }

    @Test
    void goesOnOverJpaWhereItBeganOverJdbc(@TempDir Path folder) {
        goRound(Launch.in(folder), Launch.in(folder).env("QUICKSTART_PERSISTENCE", "jpa"));
    }

    private static void goRound(Launch launch) {
        goRound(launch, launch);
    }

    private static void goRound(Launch first, Launch second) {
        String lasting;
        try (QuickstartProcess process = first.start()) {
            lasting = firstRun(process.api());
            assertThat(process.terminate().exitCode()).isEqualTo(143);
        }
        try (QuickstartProcess process = second.start()) {
            secondRun(process.api(), lasting);
        }
    }

    /** Ends with a token that must outlive the process. */
    private static String firstRun(Api api) {
        String id = registers(api);
        String first = logsIn(api);
        assertThat(api.me(first)).is(200, arthur(id, false));
        verifies(api, id);
        resets(api, first);
        return logsOut(api);
    }

    private static String registers(Api api) {
        Answer registered = api.postJson(
                "/auth/register", Api.body("email", ARTHUR, "password", "guinevere", "first_name", "Arthur"));
        String id = registered.text("id");
        assertThat(registered).is(201, arthur(id, false));
        return id;
    }

    private static String logsIn(Api api) {
        assertThat(api.login(ARTHUR, "morgana")).refuses(400, "LOGIN_BAD_CREDENTIALS");
        return api.token(ARTHUR, "guinevere");
    }

    private static void verifies(Api api, String id) {
        assertThat(api.requestVerify(ARTHUR)).is(202, "null");
        assertThat(api.verify(api.mailed("verify", ARTHUR))).is(200, arthur(id, true));
    }

    private static void resets(Api api, String oldToken) {
        assertThat(api.forgotPassword(ARTHUR)).is(202, "null");
        String resetToken = api.mailed("reset", ARTHUR);
        assertThat(api.resetPassword(resetToken, "excalibur")).is(200, "null");
        assertThat(api.me(oldToken)).refusesTheCaller();
        assertThat(api.login(ARTHUR, "guinevere")).refuses(400, "LOGIN_BAD_CREDENTIALS");
        assertThat(api.login(ARTHUR, "excalibur")).hasStatus(200);
        assertThat(api.resetPassword(resetToken, "caliburnus")).refuses(400, "RESET_PASSWORD_BAD_TOKEN");
    }

    private static String logsOut(Api api) {
        String ended = api.token(ARTHUR, "excalibur");
        String lasting = api.token(ARTHUR, "excalibur");
        assertThat(api.logout(ended)).isEmpty(204);
        assertThat(api.me(ended)).refusesTheCaller();
        assertThat(api.me(lasting)).hasStatus(200);
        return lasting;
    }

    private static void secondRun(Api api, String lasting) {
        Answer me = api.me(lasting);
        assertThat(me).is(200, arthur(me.text("id"), true));
        assertThat(api.login(ARTHUR, "guinevere")).refuses(400, "LOGIN_BAD_CREDENTIALS");
        assertThat(api.me(api.token(ARTHUR, "excalibur"))).hasStatus(200);
        assertThat(api.register("Arthur@Camelot.BT", "guinevere")).refuses(400, "REGISTER_USER_ALREADY_EXISTS");
    }

    private static String arthur(String id, boolean verified) {
        return """
                {"id":"%s","email":"arthur@camelot.bt","is_active":true,"is_superuser":false,"is_verified":%b,"first_name":"Arthur"}""".formatted(id, verified);
    }

    /** On a real server; the folder stays empty, so that is where Arthur lives. */
    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class OnPostgres {

        private final EmbeddedPostgres postgres = EmbeddedPostgres.start();

        OnPostgres() throws IOException {}

        @AfterAll
        void stop() throws IOException {
            postgres.close();
        }

        @Test
        void goesRoundWithTheUrlOfAHostingService(@TempDir Path folder) {
            String url = "postgresql://postgres@localhost:" + postgres.getPort() + "/postgres";
            goRound(Launch.in(folder).env("DATABASE_URL", url));
            assertThat(folder).isEmptyDirectory();
        }

        @Test
        void goesRoundWithAJdbcUrl(@TempDir Path folder) {
            String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/template1?user=postgres";
            goRound(Launch.in(folder).env("USHER_DATASOURCE_URL", url));
            assertThat(folder).isEmptyDirectory();
        }

        @Test
        void goesRoundOverJpa(@TempDir Path folder) throws SQLException {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA jpa");
            }
            String url =
                    "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres?user=postgres&currentSchema=jpa";
            goRound(Launch.in(folder).env("USHER_DATASOURCE_URL", url).env("QUICKSTART_PERSISTENCE", "jpa"));
            assertThat(folder).isEmptyDirectory();
        }
    }
}
