package dev.usher.rest.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.UserEvent;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Camelot;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Events reach observers of the application, and what observers do changes only what it may. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CdiUserEventsTest {

    private final RoundTableServer server = new RoundTableServer();

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void anObserverCanVeto() {
        HttpResponse<String> answer = server.postJson(
                "/auth/register", "{\"email\":\"mordred@camelot.bt\",\"password\":\"let me in, please\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"detail\":{\"code\":\"REGISTER_INVALID_PASSWORD\",\"reason\":\"you are not welcome here\"}}");
        assertThat(server.users().findByEmail(dev.usher.Email.of("mordred@camelot.bt")))
                .isEmpty();
    }

    @Test
    void anObserverOfAFactChangesNothing() throws Exception {
        HttpResponse<String> answer = server.postJson(
                "/auth/register", "{\"email\":\"galahad@camelot.bt\",\"password\":\"a red cross on white\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(server.herald().heard().poll(5, TimeUnit.SECONDS)).isInstanceOf(UserEvent.Registered.class);
    }

    @Test
    void aFailureOfAnAsynchronousObserverIsLoggedWithoutItsToken() throws Exception {
        RecordingHandler log = new RecordingHandler();
        Logger logger = Logger.getLogger("dev.usher.events");
        logger.addHandler(log);
        try {
            server.manager().forgotPassword(Camelot.ARTHUR.email());
            UserEvent.PasswordForgotten event =
                    (UserEvent.PasswordForgotten) server.herald().heard().poll(5, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            String message = log.messages.poll(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS);
            assertThat(message).contains("cannot carry redacted").doesNotContain(event.token());
        } finally {
            logger.removeHandler(log);
        }
    }

    private static final class RecordingHandler extends Handler {

        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

        @Override
        public void publish(LogRecord record) {
            messages.add(new SimpleFormatter().formatMessage(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
