package dev.usher.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** The rights that the documentation gives to Usher's user of Redis are enough, and no more than that. */
class LeastRightsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static URI allow(RedisProcess process) {
        try (Jedis administrator = new Jedis("127.0.0.1", process.port())) {
            administrator.aclSetUser(
                    "usher",
                    "on",
                    ">excalibur",
                    "~hall*",
                    "+get",
                    "+set",
                    "+del",
                    "+ping",
                    "+select",
                    "+cluster|slots");
        }
        return URI.create("redis://usher:excalibur@127.0.0.1:" + process.port());
    }

    private static void use(UnifiedJedis redis, Path folder) {
        try (Hall<UUID> hall = new Hall<>(folder, IdKind.UUIDS, redis)) {
            Knight<UUID> arthur = Hall.arthur(hall);
            hall.tokens.insert(Hall.token(arthur, 1));
            assertThat(hall.tokens.findUser(Hall.digest(1), Hall.NOON)).isPresent();
            assertThat(hall.tokens.delete(Hall.digest(1))).isTrue();
            assertThatExceptionOfType(JedisException.class).isThrownBy(() -> redis.get("another"));
            assertThatExceptionOfType(JedisException.class).isThrownBy(() -> redis.ttl(hall.prefix));
        }
    }

    @Test
    void areEnoughForOneRedis(@TempDir Path folder) {
        URI address = allow(RedisProcess.shared());
        try (UnifiedJedis redis = RedisClients.open(URI.create(address + "/1"), TIMEOUT)) {
            use(redis, folder);
        }
    }

    @Test
    void areEnoughForACluster(@TempDir Path folder) {
        List<URI> addresses = RedisClusterProcesses.shared().nodes.stream()
                .map(LeastRightsTest::allow)
                .toList();
        try (UnifiedJedis redis = RedisClients.openCluster(addresses, TIMEOUT)) {
            use(redis, folder);
        }
    }
}
