package dev.usher.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.executors.RetryableCommandExecutor;
import redis.clients.jedis.providers.ConnectionProvider;
import redis.clients.jedis.providers.PooledConnectionProvider;

/** What happens when Redis has done what it was told and the answer is lost. */
class LostAnswerTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final LossyLine line = new LossyLine(RedisProcess.shared().port());
    private UnifiedJedis redis;
    private Hall<UUID> hall;
    private Knight<UUID> arthur;

    @BeforeEach
    void storeArthur(@TempDir Path folder) {
        redis = RedisClients.open(URI.create("redis://127.0.0.1:" + line.port()), TIMEOUT);
        hall = new Hall<>(folder, IdKind.UUIDS, redis);
        arthur = Hall.arthur(hall);
    }

    @AfterEach
    void close() {
        hall.close();
        redis.close();
        line.close();
    }

    private RedisAccessTokenDatabase<Knight<UUID>, UUID> repeating(UnifiedJedis client) {
        return new RedisAccessTokenDatabase<>(client, hall.users, hall.prefix);
    }

    /** As the client of a cluster is by itself. */
    private UnifiedJedis repeatingClient() {
        ConnectionProvider provider = new PooledConnectionProvider(new HostAndPort("127.0.0.1", line.port()));
        return RedisClient.builder()
                .connectionProvider(provider)
                .commandExecutor(new RetryableCommandExecutor(provider, 3, TIMEOUT))
                .build();
    }

    @Nested
    class ToAClientThatGivesUp {

        @Test
        void theInsertFailsThoughTheTokenIsThere() {
            line.loseTheNextAnswer();

            Outage.of(() -> hall.tokens.insert(Hall.token(arthur, 1))).assertUnavailableWithin(TIMEOUT);

            assertThat(hall.tokens.findUser(Hall.digest(1), Hall.NOON)).isPresent();
        }

        @Test
        void theDeleteFailsThoughTheTokenIsGone() {
            hall.tokens.insert(Hall.token(arthur, 1));
            line.loseTheNextAnswer();

            Outage.of(() -> hall.tokens.delete(Hall.digest(1))).assertUnavailableWithin(TIMEOUT);

            assertThat(hall.tokens.delete(Hall.digest(1))).isFalse();
        }
    }

    @Nested
    class ToAClientThatRepeats {

        @Test
        void theInsertSucceedsOnce() {
            try (UnifiedJedis client = repeatingClient()) {
                client.ping();
                line.loseTheNextAnswer();

                repeating(client).insert(Hall.token(arthur, 1));

                assertThat(line.broken).hasValue(1);
                assertThat(hall.tokens.findUser(Hall.digest(1), Hall.NOON)).isPresent();
                assertThatIllegalStateException()
                        .isThrownBy(() -> repeating(client).insert(Hall.token(arthur, 1)));
            }
        }

        @Test
        void theDeleteHasNoWinner() {
            hall.tokens.insert(Hall.token(arthur, 1));
            try (UnifiedJedis client = repeatingClient()) {
                client.ping();
                line.loseTheNextAnswer();

                assertThat(repeating(client).delete(Hall.digest(1))).isFalse();

                assertThat(line.broken).hasValue(1);
                assertThat(hall.tokens.findUser(Hall.digest(1), Hall.NOON)).isEmpty();
            }
        }
    }
}
