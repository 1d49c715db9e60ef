package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More logins at once than may wait for a hash. */
class HashQueueTest {

    private static final int CLIENTS = 60;

    @Test
    void tellsWhoComesBeyondItToComeBackAndDisturbsNobodyElse(@TempDir Path folder) {
        Launch launch =
                Launch.in(folder).env("USHER_PASSWORD_MAX_CONCURRENT", "1").env("USHER_PASSWORD_MAX_QUEUED", "2");
        try (QuickstartProcess process = launch.start()) {
            Api api = process.api();
            Person arthur = api.registered("Arthur");
            String token = api.token(arthur);

            List<Answer> answers = Storm.of(CLIENTS, client -> isSignedIn(client) ? api.me(token) : api.login(arthur));

            assertThat(of(answers, true))
                    .allSatisfy(answer -> assertThat(answer).hasStatus(200));
            assertThat(of(answers, false))
                    .extracting(Answer::status)
                    .contains(200, 503)
                    .containsOnly(200, 503);
            assertThat(of(answers, false).stream().filter(answer -> answer.status() == 503))
                    .allSatisfy(answer -> assertThat(answer)
                            .refuses(503, "SERVICE_UNAVAILABLE")
                            .has("Retry-After", "1"));
            assertThat(api.login(arthur)).hasStatus(200);
            assertThat(process.output()).contains("answered 503").doesNotContain("\tat ");
        }
    }

    private static boolean isSignedIn(int client) {
        return client % 3 == 0;
    }

    private static List<Answer> of(List<Answer> answers, boolean signedIn) {
        return IntStream.range(0, CLIENTS)
                .filter(client -> isSignedIn(client) == signedIn)
                .mapToObj(answers::get)
                .toList();
    }
}
