package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static dev.usher.quickstart.BadJson.MARKER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords and tokens are nowhere printed, whether things go well or badly; mail is, because there is no mail server. */
class SilenceTest {

    private static final String NEW_MARKER = MARKER + "-2";

    @Test
    void noPasswordAndNoTokenIsPrintedButInMail(@TempDir Path folder) {
        // everything the JDK's loggers have to say, down to the server's own
        Launch launch = Launch.in(folder).property("java.util.logging.config.file", verbose(folder));
        try (QuickstartProcess process = launch.start()) {
            Secrets secrets = liveThroughEverything(process.api());
            process.terminate().exitCode();

            assertThat(process.output()).contains("FINE").doesNotContain(MARKER);
            assertThat(process.out().stream().filter(line -> !line.startsWith("Mail to ")))
                    .noneMatch(secrets::appearIn);
            assertThat(process.err()).noneMatch(secrets::appearIn);
            assertThat(process.out().stream().filter(line -> line.startsWith("Mail to ")))
                    .hasSize(2)
                    .noneMatch(line -> line.contains(secrets.accessToken));
        }
    }

    @Test
    void noSecretOfASignInAtAProviderIsPrinted(@TempDir Path folder) {
        Launch launch = Launch.in(folder).property("java.util.logging.config.file", verbose(folder));
        try (Avalon avalon = new Avalon();
                QuickstartProcess process = avalon.knownTo(launch).start()) {
            Visit visit = Visit.begin(process.api());
            String code = visit.code(Account.of(Person.named("Arthur"), true));
            String session = value(Visit.session(visit.comeBackWith(code)));
            assertThat(visit.comeBackWith(code)).hasStatus(400);
            assertThat(Visit.begin(process.api()).comeBackWith(code)).hasStatus(400);
            avalon.answerNext(500, "{\"error\":\"" + MARKER + "\"}");
            assertThat(Visit.begin(process.api()).comeBackWith(code)).hasStatus(502);
            process.terminate().exitCode();

            assertThat(process.output()).contains("FINE", "no sign-in at openid");
            for (String secret :
                    List.of(Avalon.CLIENT_SECRET, code, session, value(visit.cookie()), visit.sent("state"), MARKER)) {
                assertThat(process.output()).doesNotContain(secret);
            }
        }
    }

    private static String value(String cookie) {
        return cookie.replaceFirst("^[^=]*=", "");
    }

    private static String verbose(Path folder) {
        Path file = folder.resolve("logging.properties");
        try {
            return Files.writeString(file, """
                    handlers=java.util.logging.ConsoleHandler
                    java.util.logging.ConsoleHandler.level=ALL
                    .level=INFO
                    dev.usher.level=ALL
                    org.glassfish.jersey.level=FINE
                    com.zaxxer.level=FINE
                    org.postgresql.level=FINE
                    org.hibernate.level=FINE
                    """).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Secrets liveThroughEverything(Api api) {
        String arthur = Person.named("Arthur").email();
        assertThat(api.register(arthur, MARKER)).hasStatus(201);
        assertThat(api.register(arthur, MARKER)).hasStatus(400);
        assertThat(api.register("no address", MARKER)).hasStatus(422);
        assertThat(api.login(arthur, MARKER + "?")).hasStatus(400);
        String accessToken = api.token(arthur, MARKER);
        api.requestVerify(arthur);
        String verifyToken = api.mailed("verify", arthur);
        assertThat(api.verify(verifyToken + "?")).hasStatus(400);
        assertThat(api.verify(verifyToken)).hasStatus(200);
        api.forgotPassword(arthur);
        String resetToken = api.mailed("reset", arthur);
        assertThat(api.resetPassword(resetToken, NEW_MARKER)).hasStatus(200);
        assertThat(api.resetPassword(resetToken, NEW_MARKER)).hasStatus(400);
        assertThat(api.me(accessToken)).hasStatus(401);
        String another = api.token(arthur, NEW_MARKER);
        assertThat(api.logout(another)).hasStatus(204);
        return new Secrets(accessToken, List.of(accessToken, another, verifyToken, resetToken));
    }

    private record Secrets(String accessToken, List<String> all) {
        boolean appearIn(String line) {
            return line.contains(MARKER) || all.stream().anyMatch(line::contains);
        }
    }
}
