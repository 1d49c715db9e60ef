package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, or SIGTERM, ends the service and nothing else. */
class ShutdownTest {

    private final Path folder;

    ShutdownTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void printsTheMailThatWaitsAndLeavesACleanDatabase() {
        try (QuickstartProcess process = Launch.in(folder).start()) {
            Api api = process.api();
            Person arthur = api.registered("Arthur");
            List<Answer> answers = Storm.of(20, client -> api.forgotPassword(arthur.email()));
            assertThat(answers).allSatisfy(answer -> assertThat(answer).is(202, "null"));
            Instant terminated = Instant.now();
            assertThat(process.terminate().exitCode()).isEqualTo(143);
            assertThat(Duration.between(terminated, Instant.now())).isLessThan(Duration.ofSeconds(15));
            assertThat(process.out().stream().filter(line -> line.startsWith("Mail to " + arthur.email())))
                    .hasSameSizeAs(answers);
            assertThat(process.err()).isEmpty();
        }
        assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("usher.db"));
        MemberTable table = MemberTable.in(folder);
        assertThat(table.count()).isOne();
        assertThat(table.query("PRAGMA integrity_check")).containsExactly("ok");
    }

    @Test
    void answersTheRequestsThatAreRunning() {
        Launch launch =
                Launch.in(folder).env("USHER_PASSWORD_MAX_CONCURRENT", "1").env("USHER_PASSWORD_MAX_WAIT", "PT1M");
        try (QuickstartProcess process = launch.start()) {
            Api api = process.api();
            List<Answer> answers = Storm.of(8, client -> {
                Answer answer = api.register(Person.named("Knight").email(), Person.PASSWORD);
                process.terminate();
                return answer;
            });
            assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatus(201));
            assertThat(process.exitCode()).isEqualTo(143);
            assertThat(MemberTable.in(folder).count()).isEqualTo(answers.size());
            assertThat(process.err()).isEmpty();
        }
    }
}
