package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
            int mails =
                    Storm.of(20, client -> api.forgotPassword(arthur.email())).size();
            long terminated = System.nanoTime();
            assertThat(process.terminate().exitCode()).isEqualTo(143);
            assertThat(System.nanoTime() - terminated).isLessThan(8_000_000_000L);
            assertThat(process.out().stream().filter(line -> line.startsWith("Mail to " + arthur.email())))
                    .hasSize(mails);
            assertThat(process.err()).isEmpty();
        }
        assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("usher.db"));
        MemberTable table = MemberTable.in(folder);
        assertThat(table.count()).isOne();
        assertThat(table.query("PRAGMA integrity_check")).containsExactly("ok");
    }

    @Test
    void answersTheRequestsThatAreRunning() {
        Launch launch = Launch.in(folder).env("USHER_PASSWORD_MAX_CONCURRENT", "1");
        try (QuickstartProcess process = launch.start()) {
            Api api = process.api();
            List<Answer> answers = Storm.of(20, client -> {
                Answer answer = api.register(Person.named("Knight").email(), Person.PASSWORD);
                process.terminate();
                return answer;
            });
            assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatus(201));
            assertThat(process.exitCode()).isEqualTo(143);
            assertThat(MemberTable.in(folder).count()).isEqualTo(20);
            assertThat(process.err()).isEmpty();
        }
    }
}
