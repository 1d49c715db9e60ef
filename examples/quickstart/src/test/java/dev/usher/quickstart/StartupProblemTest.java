package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps the service from starting is said in one line, which tells what to do and no secret. */
class StartupProblemTest {

    private static final String TOO_SHORT = "caliburnus";

    private final Path folder;

    StartupProblemTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** The one line it prints before it ends with 1. */
    private static String complaintOf(Launch launch) {
        QuickstartProcess process = launch.startInVain();
        assertThat(process.exitCode()).isEqualTo(1);
        assertThat(process.out()).isEmpty();
        assertThat(process.err()).hasSize(1);
        String complaint = process.err().get(0);
        assertThat(complaint).startsWith("The quickstart cannot start: ").doesNotContain(Launch.SECRET, TOO_SHORT);
        return complaint;
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(complaintOf(Launch.in(folder).env("SERVER_PORT", port)))
                    .contains("port is taken or forbidden", port, "SERVER_PORT=");
        }
    }

    @Test
    void tellsTheSqlThatMendsTablesThatAreNotAsExpected() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("usher.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE revoked_token (token_id varchar(255) NOT NULL PRIMARY KEY)");
        }
        QuickstartProcess process = Launch.in(folder).startInVain();
        assertThat(process.exitCode()).isEqualTo(1);
        assertThat(String.join("\n", process.err()))
                .contains("The quickstart cannot start: ", "expires_at", "USHER_SCHEMA_CHECK=warn")
                .doesNotContain("\tat ");
        try (QuickstartProcess warned =
                Launch.in(folder).env("USHER_SCHEMA_CHECK", "warn").start()) {
            assertThat(String.join("\n", warned.err())).contains("expires_at");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http"})
    void refusesAPortThatIsNone(String port) {
        assertThat(complaintOf(Launch.in(folder).property("server.port", port))).contains("server.port");
    }

    @Test
    void refusesAHostThatIsUnknown() {
        assertThat(complaintOf(Launch.in(folder).env("SERVER_HOST", "nowhere.invalid")))
                .contains("host is unknown", "SERVER_HOST=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite:%s", "jdbc:sqlite:%s/missing/usher.db", "jdbc:sqlite:%s/notes.txt"})
    void refusesADatabaseThatCannotBeOpened(String url) throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "The sword is in the stone. ".repeat(100));
        assertThat(complaintOf(Launch.in(folder).env("USHER_DATASOURCE_URL", url.formatted(folder))))
                .contains("the database cannot be opened", "USHER_DATASOURCE_URL=");
        assertThat(folder.resolve("notes.txt")).content().startsWith("The sword");
    }

    @Test
    void refusesADatabaseServerThatIsNotThere() {
        String url = "postgresql://arthur:" + TOO_SHORT + "@localhost:1/camelot";
        assertThat(complaintOf(Launch.in(folder).env("DATABASE_URL", url)))
                .contains("the database cannot be opened", "localhost:1", "USHER_DATASOURCE_URL=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://arthur:caliburnus@localhost/camelot",
                "camelot",
                "jdbc:sqlite::memory:",
                "sqlite://camelot.db"
            })
    void refusesADatabaseOfAnotherKind(String url) {
        assertThat(complaintOf(Launch.in(folder).env("DATABASE_URL", url))).containsAnyOf("sqlite", "SQLite");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesTooShortASecret() {
        assertThat(complaintOf(Launch.in(folder).env("USHER_SECRET", TOO_SHORT)))
                .contains("usher.secret is too short", "32", "USHER_SECRET=");
    }

    @Test
    void needsASecretOutsideDevelopment() {
        Launch launch = Launch.in(folder).without("USHER_SECRET").property("usher.dev", "false");
        assertThat(complaintOf(launch)).contains("usher.secret is not set", "USHER_SECRET=");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            USHER_JWT_LIFETIME,           one hour, usher.jwt.lifetime
            USHER_JWT_LIFETIME,           PT0S,     usher.jwt.lifetime
            USHER_JWT_LIFETIME,           P3651D,   usher.jwt.lifetime
            USHER_RESET_LIFETIME,         -PT1H,    usher.reset.lifetime
            USHER_VERIFY_LIFETIME,        PT0S,     usher.verify.lifetime
            USHER_OPAQUE_LIFETIME,        PT0S,     usher.opaque.lifetime
            USHER_REQUIRE_VERIFICATION,   yes,      usher.require-verification
            USHER_PASSWORD_FORMATS,       md5,      md5
            """)
    void refusesASettingThatIsNoGood(String variable, String value, String named) {
        assertThat(complaintOf(Launch.in(folder).env(variable, value))).contains(named);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', textBlock = """
            https://avalon.example,        ,            ,          client-id and quickstart.openid.client-secret
            https://avalon.example,        round-table, ,          quickstart.openid.client-secret
            ,                              round-table, caliburnus, quickstart.openid.issuer
            ,                              ,            caliburnus, issuer and quickstart.openid.client-id
            http://avalon.example,         round-table, caliburnus, issuer
            https://avalon.example/?a,     round-table, caliburnus, issuer
            {avalon},                      round-table, caliburnus, issuer
            avalon,                        round-table, caliburnus, issuer
            """)
    void refusesAProviderThatIsHalfConfigured(String issuer, String clientId, String secret, String named) {
        Launch launch = Launch.in(folder);
        launch = issuer == null ? launch : launch.env("QUICKSTART_OPENID_ISSUER", issuer);
        launch = clientId == null ? launch : launch.env("QUICKSTART_OPENID_CLIENT_ID", clientId);
        launch = secret == null ? launch : launch.env("QUICKSTART_OPENID_CLIENT_SECRET", secret);
        assertThat(complaintOf(launch)).contains("quickstart.openid.", named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"associate", "Avalon", "open id", "a/b"})
    void refusesANameForAProviderThatIsNone(String name) {
        assertThat(complaintOf(Avalon.lost(Launch.in(folder)).env("QUICKSTART_OPENID_NAME", name)))
                .contains("quickstart.openid.", "name");
    }
}
