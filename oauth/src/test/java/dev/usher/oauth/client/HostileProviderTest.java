package dev.usher.oauth.client;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.usher.oauth.OAuthAttempt;
import dev.usher.oauth.OAuthException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the other side does, it ends soon, tells nothing secret, and is forgotten when it is over. */
class HostileProviderTest {

    private static final Limits LIMITS =
            new Limits(Duration.ofMillis(800), Duration.ofMillis(800), Duration.ofMillis(1_500));
    private static final Duration SLACK = Duration.ofSeconds(1);

    private static final List<String> PATHS =
            List.of("/.well-known/openid-configuration", "/token", "/keys", "/userinfo");

    /** How to answer so that it is no good at any path. */
    private static final Map<String, HttpHandler> WAYS = Map.ofEntries(
            entry("a server error", exchange -> Mordred.text(exchange, 500, "{}")),
            entry("not found", exchange -> Mordred.text(exchange, 404, "{}")),
            entry("nothing", exchange -> Mordred.text(exchange, 200, "")),
            entry("no content", exchange -> exchange.sendResponseHeaders(204, -1)),
            entry("garbage", exchange -> Mordred.text(exchange, 200, "<html>" + Refusals.CODE + Mordred.ACCESS_TOKEN)),
            entry(
                    "half a token",
                    exchange -> Mordred.text(exchange, 200, "{\"access_token\":\"" + Mordred.ACCESS_TOKEN)),
            entry("null", exchange -> Mordred.text(exchange, 200, "null")),
            entry("a list", exchange -> Mordred.text(exchange, 200, "[]")),
            entry("a deep object", exchange -> Mordred.text(exchange, 200, "{\"a\":".repeat(20_000))),
            entry("two members of one name", exchange -> Mordred.text(exchange, 200, "{\"sub\":\"a\",\"sub\":\"b\"}")),
            entry("too much", HostileProviderTest::huge),
            entry("no end", HostileProviderTest::endless),
            entry("a redirect", HostileProviderTest::redirect),
            entry("by hanging up", HttpExchange::close),
            entry("half of what it promised", HostileProviderTest::cutShort));

    private final Mordred mordred = new Mordred();
    private final OpenIdProvider provider =
            new OpenIdProvider(mordred.issuer(), mordred.registration(), Clock.systemUTC(), LIMITS);
    private final OAuthAttempt attempt = Attempts.attempt();

    @BeforeEach
    void behave() {
        mordred.gives(mordred.idToken(attempt).without("email").signed());
        mordred.onJson("/userinfo", 200, Map.of("sub", IdTokenDraft.SUBJECT, "email", "m@camelot.example"));
    }

    @AfterEach
    void stop() {
        mordred.close();
    }

    private OAuthException failure() {
        long start = System.nanoTime();
        OAuthException e = Refusals.failure(attempt, () -> provider.redeem(Refusals.CODE, attempt));
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(LIMITS.total().plus(SLACK));
        return e;
    }

    static Stream<Arguments> everyPathAndWay() {
        return PATHS.stream().flatMap(path -> WAYS.keySet().stream().sorted().map(way -> Arguments.of(path, way)));
    }

    @ParameterizedTest
    @MethodSource("everyPathAndWay")
    void isAFailureAndForgottenWhenItIsOver(String path, String way) {
        HttpHandler good = mordred.on(path, WAYS.getOrDefault(way, HttpExchange::close));
        failure();

        mordred.on(path, good);

        assertThat(provider.redeem(Refusals.CODE, attempt).email()).isEqualTo("m@camelot.example");
        assertThat(mordred.asked("/elsewhere")).isEmpty();
    }

    @Test
    void isSentACodeOnceThoughItHangsUp() {
        mordred.on("/token", HttpExchange::close);
        failure();

        assertThat(mordred.asked("/token")).hasSize(1);
    }

    @ParameterizedTest
    @FieldSource("PATHS")
    void isNotWaitedForWhenItIsSilent(String path) {
        mordred.slowDown(path, Duration.ofSeconds(10));

        assertThat(failure()).hasMessage(mordred.issuer() + path + " does not answer in time");
    }

    @ParameterizedTest
    @FieldSource("PATHS")
    void isNotWaitedForWhenItDrips(String path) {
        mordred.on(path, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            drip(exchange.getResponseBody());
        });

        assertThat(failure()).hasMessage(mordred.issuer() + path + " does not answer in time");
    }

    @Test
    void isNotWaitedForWhenItIsSlowAtEveryStep() {
        provider.authorizationUrl(attempt, List.of());
        for (String path : PATHS) {
            mordred.slowDown(path, Duration.ofMillis(600));
        }

        assertThat(failure()).hasMessageMatching(".*(too long|in time)");
    }

    @Test
    void mayAnswerAsMuchAsIsAllowed() {
        String json = "{\"sub\":\"" + IdTokenDraft.SUBJECT + "\"}";
        mordred.onText("/userinfo", 200, json + " ".repeat(BoundedBody.MAX_LENGTH - json.length()));
        assertThat(provider.redeem(Refusals.CODE, attempt).accountId()).isEqualTo(IdTokenDraft.SUBJECT);

        mordred.onText("/userinfo", 200, json + " ".repeat(BoundedBody.MAX_LENGTH - json.length() + 1));
        assertThat(failure()).hasMessage(mordred.issuer() + "/userinfo answers more than 262144 bytes");
    }

    @Nested
    class Connection {

        private OAuthException failure(RawServer server) {
            var other = new OpenIdProvider(server.address(), mordred.registration(), Clock.systemUTC(), LIMITS);
            return Refusals.failure(attempt, () -> other.authorizationUrl(attempt, List.of()));
        }

        @Test
        void isHungUpOnWhenItsHeadDrips() throws InterruptedException {
            try (RawServer server = new RawServer(HostileProviderTest::dripHead)) {
                assertThat(failure(server)).hasMessageEndingWith("does not answer in time");
                assertThat(server.wasHungUpOn()).isTrue();
            }
        }

        @Test
        void isHungUpOnWhenItsBodyDrips() throws InterruptedException {
            try (RawServer server = new RawServer(HostileProviderTest::dripBody)) {
                assertThat(failure(server)).hasMessageEndingWith("does not answer in time");
                assertThat(server.wasHungUpOn()).isTrue();
            }
        }

        @Test
        void isNotListenedToWhenItsHeadHasNoEnd() {
            try (RawServer server = new RawServer(HostileProviderTest::endlessHead)) {
                assertThat(failure(server))
                        .hasMessageContaining(server.address().toString());
            }
        }

        @Test
        void isAFailureWhenItSpeaksNoHttp() {
            try (RawServer server =
                    new RawServer(out -> out.write(ascii("220 " + Mordred.ACCESS_TOKEN + "\r\n\r\n")))) {
                failure(server);
            }
        }

        @Test
        void isAFailureWhenItIsRefused() {
            RawServer server = new RawServer(out -> {});
            server.close();

            assertThat(failure(server)).hasMessageEndingWith("cannot be asked: ConnectException");
        }
    }

    private static void dripHead(OutputStream out) throws IOException {
        out.write(ascii("HTTP/1.1 200 OK\r\nX-Drip: "));
        drip(out);
    }

    private static void dripBody(OutputStream out) throws IOException {
        out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"));
        drip(out);
    }

    private static void endlessHead(OutputStream out) throws IOException {
        out.write(ascii("HTTP/1.1 200 OK\r\n"));
        for (int i = 0; true; i++) {
            out.write(ascii("X-Endless-" + i + ": " + "x".repeat(1_000) + "\r\n"));
        }
    }

    private static void drip(OutputStream out) throws IOException {
        while (!Thread.currentThread().isInterrupted()) {
            out.write(' ');
            out.flush();
            Mordred.rest(Duration.ofMillis(50));
        }
    }

    private static void huge(HttpExchange exchange) throws IOException {
        Mordred.text(exchange, 200, "{\"a\":\"" + "a".repeat(BoundedBody.MAX_LENGTH) + "\"}");
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] blank = " ".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = exchange.getResponseBody()) {
            while (!Thread.currentThread().isInterrupted()) {
                out.write(blank);
            }
        }
    }

    private static void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        Mordred.text(exchange, 307, "{}");
    }

    private static void cutShort(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1_000);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
