package dev.usher.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Clients in which nothing waits for ever. */
class RedisClientsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final URI NOWHERE = URI.create("redis://127.0.0.1:1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://:excalibur@localhost:6379",
                "redis://:excalibur@localhost",
                "excalibur",
                "redis:excalibur"
            })
    void refusesWhatIsNoAddressWithoutRepeatingIt(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisClients.open(URI.create(address), SECOND))
                .withMessageNotContaining("excalibur");
    }

    @Test
    void refusesTimeoutsThatWouldMeanNone() {
        for (Duration none : List.of(Duration.ZERO, Duration.ofMillis(-1), Duration.ofNanos(999_999))) {
            assertThatIllegalArgumentException().isThrownBy(() -> RedisClients.open(NOWHERE, none));
            assertThatIllegalArgumentException().isThrownBy(() -> RedisClients.openCluster(List.of(NOWHERE), none));
        }
    }

    @Test
    void needsOneNodeOfAClusterThatAnswers() {
        assertThatIllegalArgumentException().isThrownBy(() -> RedisClients.openCluster(List.of(), SECOND));
        assertThatExceptionOfType(JedisException.class)
                .isThrownBy(() -> RedisClients.openCluster(List.of(NOWHERE), SECOND));
    }

    @Test
    void takesPasswordAndDatabaseFromTheAddress() {
        try (RedisProcess process = RedisProcess.start("--requirepass", "excalibur");
                UnifiedJedis second = open("redis://default:excalibur@127.0.0.1:" + process.port() + "/2");
                UnifiedJedis first = open("redis://:excalibur@127.0.0.1:" + process.port())) {
            second.set("key", "value");

            assertThat(second.get("key")).isEqualTo("value");
            assertThat(first.get("key")).isNull();
        }
    }

    private static UnifiedJedis open(String address) {
        return RedisClients.open(URI.create(address), Duration.ofSeconds(10));
    }

    @Nested
    class OverTls {

        private static KeyStore keys;
        private SSLContext before;
        private TlsServer server;

        @BeforeAll
        static void makeKeys(@TempDir Path folder) throws Exception {
            keys = TlsServer.keys(folder.resolve("keys.p12"));
        }

        @BeforeEach
        void start() throws Exception {
            before = SSLContext.getDefault();
            server = new TlsServer(keys);
        }

        @AfterEach
        void close() {
            SSLContext.setDefault(before);
            server.close();
        }

        private String sentTo(String host) {
            try (UnifiedJedis redis = open("rediss://:excalibur@" + host + ":" + server.port())) {
                assertThatExceptionOfType(JedisException.class).isThrownBy(() -> redis.get("key"));
            }
            return server.received();
        }

        @Test
        void thePasswordGoesToAServerThatIsTrusted() throws Exception {
            SSLContext.setDefault(server.trust());

            assertThat(sentTo("127.0.0.1")).contains("AUTH").contains("excalibur");
        }

        @Test
        void nothingGoesToAServerOfAnotherName() throws Exception {
            SSLContext.setDefault(server.trust());

            assertThat(sentTo("localhost")).isEmpty();
        }

        @Test
        void nothingGoesToAServerThatNobodyTrusts() {
            assertThat(sentTo("127.0.0.1")).isEmpty();
        }
    }
}
