package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service starts as it is told to, by the environment or by system properties. */
class ConfigurationTest {

    private final Path folder;

    ConfigurationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void isTakenWithoutAWordOnStandardError() {
        Launch launch = Launch.in(folder)
                .env("USHER_REQUIRE_VERIFICATION", "false")
                .env("USHER_PASSWORD_MIN_LENGTH", "12")
                .env("USHER_PASSWORD_MAX_CONCURRENT", "2")
                .env("USHER_JWT_LIFETIME", "PT30M")
                .env("DATABASE_URL", "sqlite:///camelot.db");
        try (QuickstartProcess process = launch.start()) {
            assertThat(process.api().register("arthur@camelot.bt", "guinevere"))
                    .refuses(400, "REGISTER_INVALID_PASSWORD", "Password should be at least 12 characters");
            assertThat(process.terminate().exitCode()).isEqualTo(143);
            assertThat(process.err()).isEmpty();
        }
    }

    @Test
    void isNotRepeatedWhereItHoldsAPassword() {
        Launch launch = Launch.in(folder).env("USHER_REDIS_URL", "redis://:s3cr^et{pw@localhost:6379");
        QuickstartProcess process = launch.startInVain();
        assertThat(process.output()).contains("usher.redis.url").doesNotContain("s3cr", "pw@");
    }

    @Test
    void mayLackTheSecretInDevelopmentAndIsThenToldHowToSetOne() {
        try (QuickstartProcess process =
                Launch.in(folder).without("USHER_SECRET").start()) {
            assertThat(process.err())
                    .singleElement()
                    .asString()
                    .contains("usher.secret is not set", "export USHER_SECRET=");
        }
    }

    @Test
    void isWarnedOfWhereAKeyIsMisspelt() {
        Launch launch = Launch.in(folder).property("usher.jwt.lifetme", "PT2H").env("USHER_SECRETT", "x");
        try (QuickstartProcess process = launch.start()) {
            assertThat(process.err())
                    .hasSize(2)
                    .anySatisfy(line -> assertThat(line).contains("usher.jwt.lifetme", "usher.jwt.lifetime?"))
                    .anySatisfy(line -> assertThat(line).contains("usher.secrett", "usher.secret?"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite:camelot.db", "sqlite:///camelot.db"})
    void namesTheDatabaseAsHostingServicesDo(String url) {
        try (QuickstartProcess process =
                Launch.in(folder).env("DATABASE_URL", url).start()) {
            process.api().registered("Arthur");
        }
        assertThat(new MemberTable("jdbc:sqlite:" + folder.resolve("camelot.db")).count())
                .isOne();
        assertThat(folder.resolve("usher.db")).doesNotExist();
    }

    @Test
    void prefersTheDatabaseThatIsNamedForUsher() {
        Launch launch = Launch.in(folder)
                .env("DATABASE_URL", "postgresql://localhost:1/nowhere")
                .property("usher.datasource.url", "jdbc:sqlite:explicit.db");
        try (QuickstartProcess process = launch.start()) {
            process.api().registered("Arthur");
        }
        assertThat(folder.resolve("explicit.db")).isRegularFile();
    }

    @Test
    void prefersSystemPropertiesToTheEnvironment() {
        Launch launch = Launch.in(folder)
                .env("SERVER_PORT", "1")
                .property("server.port", "0")
                .env("USHER_PASSWORD_MIN_LENGTH", "20")
                .property("usher.password.min-length", "4");
        try (QuickstartProcess process = launch.start()) {
            assertThat(process.api().register("arthur@camelot.bt", "gwen")).hasStatus(201);
        }
    }
}
