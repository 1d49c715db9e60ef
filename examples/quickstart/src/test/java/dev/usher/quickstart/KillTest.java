package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of a storm of registrations: what was acknowledged is there, and nothing is half made. */
class KillTest {

    private static final int ROUNDS = 10;
    private static final int CLIENTS = 6;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @Test
    void losesNoAcknowledgedUserAndLeavesNoHalfMadeRow(@TempDir Path folder) throws InterruptedException {
        Launch launch = Launch.in(folder).env("USHER_PASSWORD_MAX_WAIT", "PT1M");
        MemberTable table = MemberTable.in(folder);
        for (int round = 0; round < ROUNDS; round++) {
            try (QuickstartProcess process = launch.start()) {
                everyUserCanLogIn(
                        process.api(),
                        acknowledged.stream()
                                .skip(Math.max(0, acknowledged.size() - 5))
                                .toList());
                killInAStorm(process, 4 + 2 * round, round % 5);
            }
            everyRowIsWhole(table);
        }
        try (QuickstartProcess process = launch.start()) {
            List<String> stored = table.query("SELECT email FROM users");
            assertThat(stored).containsAll(acknowledged);
            everyUserCanLogIn(process.api(), stored);
        }
    }

    /** Lets clients register one person after another, and kills the service some time after so many were. */
    private void killInAStorm(QuickstartProcess process, int registered, int millisLater) throws InterruptedException {
        Api api = process.api();
        CountDownLatch answers = new CountDownLatch(registered);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            clients.execute(() -> registerUntilItHangsUp(api, answers));
        }
        assertThat(answers.await(60, TimeUnit.SECONDS)).isTrue();
        Thread.sleep(millisLater);
        process.kill();
        clients.shutdown();
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private void registerUntilItHangsUp(Api api, CountDownLatch answers) {
        while (true) {
            Person person = Person.named("Knight");
            try {
                assertThat(api.register(person.email(), Person.PASSWORD)).hasStatus(201);
            } catch (UncheckedIOException killed) {
                return;
            }
            acknowledged.add(person.email());
            answers.countDown();
        }
    }

    private static void everyUserCanLogIn(Api api, List<String> emails) {
        List<Answer> answers = emails.parallelStream()
                .map(email -> api.login(email, Person.PASSWORD))
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatus(200));
    }

    private static void everyRowIsWhole(MemberTable table) {
        assertThat(table.query("PRAGMA integrity_check")).containsExactly("ok");
        assertThat(table.query("""
                SELECT email FROM users WHERE id IS NULL OR length(id) <> 36 OR email IS NULL
                    OR email NOT LIKE 'knight.%@camelot.bt' OR hashed_password NOT LIKE '$argon2id$v=19$m=19456,t=2,p=1$%'
                    OR length(hashed_password) < 90 OR is_active IS NOT 1 OR is_superuser IS NOT 0
                    OR is_verified IS NOT 0 OR coalesce(token_version, 0) < 1 OR row_version IS NULL
                    OR coalesce(created_at, 0) = 0 OR updated_at IS NOT created_at""")).isEmpty();
    }
}
