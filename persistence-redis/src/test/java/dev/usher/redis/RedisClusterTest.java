package dev.usher.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.UsersException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.UnifiedJedis;

/** A real cluster of three, of which the client is told one, and one goes away. */
class RedisClusterTest {

    private static final int TOKENS = 30;
    private static final int CROWD = 50;
    private static final Duration TIMEOUT = Duration.ofMillis(200);

    /** Two attempts of three steps each at the worst, and what a busy machine adds. */
    private static final Duration BOUND = TIMEOUT.multipliedBy(6).plusMillis(500);

    private final RedisClusterProcesses cluster = RedisClusterProcesses.start();
    private final RedisProcess third = cluster.nodes.get(2);
    private final UnifiedJedis redis =
            RedisClients.openCluster(cluster.addresses().subList(0, 1), TIMEOUT);
    private Hall<UUID> hall;

    @BeforeEach
    void storeTokens(@TempDir Path folder) {
        hall = new Hall<>(folder, IdKind.UUIDS, redis);
        Knight<UUID> arthur = Hall.arthur(hall);
        IntStream.range(0, TOKENS).forEach(i -> hall.tokens.insert(Hall.token(arthur, i)));
    }

    @AfterEach
    void close() {
        hall.close();
        redis.close();
        cluster.close();
    }

    private void find(int token) {
        assertThat(hall.tokens.findUser(Hall.digest(token), Hall.NOON)).isPresent();
    }

    private boolean isAnswered(int token) {
        try {
            hall.tokens.findUser(Hall.digest(token), Hall.NOON);
            return true;
        } catch (UsersException e) {
            return false;
        }
    }

    private List<Integer> unanswered() {
        return IntStream.range(0, TOKENS)
                .filter(token -> !isAnswered(token))
                .boxed()
                .toList();
    }

    @Test
    void hasTokensOnEveryNode() {
        assertThat(cluster.sizes()).allMatch(size -> size > 0);
        assertThat(unanswered()).isEmpty();
    }

    @Test
    void goesOnWithoutANodeThatHangs() {
        long lost = cluster.sizes().get(2);

        third.freeze();
        List<Integer> unanswered = unanswered();
        assertThat(unanswered).hasSize((int) lost);
        int token = unanswered.get(0);
        Outage.of(() -> find(token)).assertUnavailableWithin(BOUND);
        Outage.longest(CROWD, () -> find(token)).assertUnavailableWithin(BOUND);

        third.thaw();
        Pause.until("the node is back", () -> isAnswered(token));
        IntStream.range(0, TOKENS).forEach(this::find);
    }

    @Test
    void goesOnWithoutANodeThatIsDown() {
        long lost = cluster.sizes().get(2);

        third.kill();
        List<Integer> unanswered = unanswered();
        assertThat(unanswered).hasSize((int) lost);
        Outage.of(() -> find(unanswered.get(0))).assertUnavailableWithin(BOUND);

        third.restart();
        Pause.until("the node is back", () -> unanswered().isEmpty());
        assertThat(cluster.sizes().get(2)).isZero();
    }
}
