package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What clients see while a database is gone or hangs: 503 in bounded time, and nobody is taken for somebody. Afterwards
 * the same process serves on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageTest {

    /** Twice what a query may take, and as much again for a busy machine. */
    private static final Duration BOUND = Duration.ofSeconds(40);

    private PostgresNode postgres;
    private RedisNode redis;
    private QuickstartProcess process;
    private Api api;
    private Cookies browser;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        postgres = new PostgresNode(folder.resolve("postgres"));
        redis = new RedisNode(Files.createDirectory(folder.resolve("redis")));
        process = Launch.in(folder)
                .env("USHER_DATASOURCE_URL", postgres.url())
                .env("USHER_REDIS_URL", redis.url())
                .start();
        api = process.api();
        browser = new Cookies(api);
    }

    @AfterAll
    void stop() throws IOException {
        process.close();
        redis.close();
        postgres.close();
    }

    @Test
    void ofRedis() {
        Person isolde = api.registered("Isolde");
        String cookie = browser.login(isolde);
        String token = api.token(isolde);
        redis.kill();
        assertUnavailable(() -> browser.me(cookie));
        assertUnavailable(() -> browser.me("__Host-usher=" + "A".repeat(43)));
        assertUnavailable(() -> browser.logout(cookie));
        assertUnavailable(() -> browser.tryLogin(isolde));
        assertThat(api.me(token)).hasStatus(200);
        redis.restart();
        Answer first = Eventually.get("Redis to be there again", () -> unlessUnavailable(browser.me(cookie)));
        assertThat(first).refusesTheCaller(); // it has forgotten all
        assertThat(browser.me(browser.login(isolde))).hasStatus(200);
    }

    @Test
    void ofPostgres() throws IOException {
        Person isolde = api.registered("Isolde");
        String token = api.token(isolde);
        String cookie = browser.login(isolde);
        postgres.kill();
        assertUnavailable(() -> api.me(token));
        assertUnavailable(() -> browser.me(cookie));
        assertUnavailable(() -> api.login(isolde));
        assertUnavailable(() -> api.register("new.here@camelot.bt", Person.PASSWORD));
        assertThat(api.me("excalibur")).refusesTheCaller();
        postgres.restart();
        assertServesAgain(token);
        assertThat(browser.me(cookie)).hasStatus(200);
    }

    @Test
    void ofAPostgresThatHangs() {
        Person isolde = api.registered("Isolde");
        String token = api.token(isolde);
        postgres.freeze();
        try {
            assertUnavailable(() -> api.me(token));
            assertUnavailable(() -> api.me(token));
            assertThat(api.me("excalibur")).refusesTheCaller();
        } finally {
            postgres.thaw();
        }
        assertServesAgain(token);
    }

    private void assertServesAgain(String token) {
        assertThat(Eventually.get("PostgreSQL to be there again", () -> unlessUnavailable(api.me(token))))
                .hasStatus(200);
        assertThat(api.register(Person.named("Lancelot").email(), Person.PASSWORD))
                .hasStatus(201);
    }

    private static Optional<Answer> unlessUnavailable(Answer answer) {
        return answer.status() == 503 ? Optional.empty() : Optional.of(answer);
    }

    private static void assertUnavailable(Supplier<Answer> request) {
        long start = System.nanoTime();
        Answer answer = request.get();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(answer).refuses(503, "SERVICE_UNAVAILABLE").has("Retry-After", "1");
        Assertions.assertThat(took).as("how long it took").isLessThan(BOUND);
    }
}
