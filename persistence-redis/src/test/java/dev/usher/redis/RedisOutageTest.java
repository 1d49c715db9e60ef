package dev.usher.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.UsersException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.UnifiedJedis;

/** What happens while Redis does not answer, and after. */
class RedisOutageTest {

    private static final Duration TIMEOUT = Duration.ofMillis(500);

    /** Three steps, and what a busy machine adds. */
    private static final Duration BOUND = TIMEOUT.multipliedBy(3).plusMillis(800);

    private static final int CROWD = 100;

    private RedisProcess process;
    private UnifiedJedis redis;
    private Hall<UUID> hall;
    private Knight<UUID> arthur;

    @BeforeEach
    void storeATokenOfArthur(@TempDir Path folder) {
        process = RedisProcess.start("--appendonly", "yes", "--appendfsync", "always");
        redis = RedisClients.open(process.address(), TIMEOUT);
        hall = new Hall<>(folder, IdKind.UUIDS, redis);
        arthur = Hall.arthur(hall);
        hall.tokens.insert(Hall.token(arthur, 1));
    }

    @AfterEach
    void close() {
        hall.close();
        redis.close();
        process.close();
    }

    private void find() {
        hall.tokens.findUser(Hall.digest(1), Hall.NOON);
    }

    private void assertHealthy() {
        assertThat(hall.tokens.findUser(Hall.digest(1), Hall.NOON).map(Knight::id))
                .contains(arthur.id());
        hall.tokens.insert(Hall.token(arthur, 2));
        assertThat(hall.tokens.delete(Hall.digest(2))).isTrue();
    }

    @Nested
    class WhileRedisIsDown {

        @Test
        void everyCallSaysSoWithinTheBoundUntilItIsBack() {
            process.kill();

            Outage.of(RedisOutageTest.this::find).assertUnavailableWithin(BOUND);
            Outage.of(() -> hall.tokens.insert(Hall.token(arthur, 2))).assertUnavailableWithin(BOUND);
            Outage.of(() -> hall.tokens.delete(Hall.digest(1))).assertUnavailableWithin(BOUND);

            process.restart();
            assertHealthy();
        }

        @Test
        void aClientCanBeOpened() {
            process.kill();
            try (UnifiedJedis another = RedisClients.open(process.address(), TIMEOUT)) {
                var tokens = new RedisAccessTokenDatabase<>(another, hall.users, hall.prefix);
                Outage.of(() -> tokens.delete(Hall.digest(9))).assertUnavailableWithin(BOUND);

                process.restart();

                assertThat(tokens.findUser(Hall.digest(1), Hall.NOON)).isPresent();
            }
        }
    }

    @Nested
    class AfterARestartThatNobodyNoticed {

        @Test
        void aBrokenConnectionFailsOneCall() {
            process.kill();
            process.restart();

            Outage.of(RedisOutageTest.this::find).assertUnavailableWithin(BOUND);
            assertHealthy();
        }

        @Test
        void brokenConnectionsAreReplacedInTime() {
            process.kill();
            process.restart();
            Pause.millis(2_500);

            assertHealthy();
        }
    }

    @Nested
    class WhileRedisHangs {

        @Test
        void everyCallSaysSoWithinTheBoundUntilItGoesOn() {
            process.freeze();

            Outage.of(RedisOutageTest.this::find).assertUnavailableWithin(BOUND);
            Outage.of(() -> hall.tokens.insert(Hall.token(arthur, 3))).assertUnavailableWithin(BOUND);
            Outage.of(() -> hall.tokens.delete(Hall.digest(4))).assertUnavailableWithin(BOUND);

            process.thaw();
            assertHealthy();
        }

        @Test
        void aCrowdIsToldWithinTheBound() {
            process.freeze();

            Outage.longest(CROWD, RedisOutageTest.this::find).assertUnavailableWithin(BOUND);

            process.thaw();
            assertHealthy();
        }
    }

    @Nested
    class WhileRedisRefuses {

        @Test
        void toWriteIsAnOutageAndReadingGoesOn() {
            redis.configSet("maxmemory", "1");

            Outage.of(() -> hall.tokens.insert(Hall.token(arthur, 5))).assertUnavailableWithin(BOUND);
            assertThat(hall.tokens.findUser(Hall.digest(1), Hall.NOON)).isPresent();

            redis.configSet("maxmemory", "0");
            assertHealthy();
        }

        @Test
        void thePasswordIsAnOutageThatDoesNotTellIt() {
            redis.configSet("requirepass", "excalibur");
            URI address = URI.create("redis://:guinevere@127.0.0.1:" + process.port() + "/1");
            try (UnifiedJedis another = RedisClients.open(address, TIMEOUT)) {
                var tokens = new RedisAccessTokenDatabase<>(another, hall.users, hall.prefix);
                Outage outage = Outage.of(() -> tokens.delete(Hall.digest(1)));

                outage.assertUnavailableWithin(BOUND);
                assertThat(outage.failure()).isInstanceOf(UsersException.class);
                assertThat(outage.failure()).hasStackTraceContaining("WRONGPASS");
                assertThat(String.valueOf(outage.failure())).doesNotContain("guinevere");
            }
        }
    }
}
