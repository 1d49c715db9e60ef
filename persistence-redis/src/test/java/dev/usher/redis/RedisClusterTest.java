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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.UnifiedJedis;

/** A real cluster of three, of which the client is told one, and the third goes away. */
class RedisClusterTest {

    private static final int TOKENS_OF_EACH_NODE = 4;
    private static final int CROWD = 50;
    private static final Duration TIMEOUT = Duration.ofMillis(500);

    /** Three steps, and what a busy machine adds. */
    private static final Duration BOUND = TIMEOUT.multipliedBy(3).plusMillis(400);

    abstract static class Tokens {

        final RedisClusterProcesses cluster;
        final RedisProcess third;
        private final UnifiedJedis redis;
        private Hall<UUID> hall;

        Tokens(RedisClusterProcesses cluster) {
            this.cluster = cluster;
            this.third = cluster.nodes.get(2);
            this.redis = RedisClients.openCluster(cluster.addresses().subList(0, 1), TIMEOUT);
        }

        @BeforeEach
        void storeTokens(@TempDir Path folder) {
            hall = new Hall<>(folder, IdKind.UUIDS, redis);
            Knight<UUID> arthur = Hall.arthur(hall);
            tokens().forEach(token -> hall.tokens.insert(Hall.token(arthur, token)));
        }

        @AfterEach
        void close() {
            hall.close();
            redis.close();
        }

        List<Integer> tokens() {
            return IntStream.range(0, 3)
                    .mapToObj(this::ofNode)
                    .flatMap(List::stream)
                    .toList();
        }

        List<Integer> ofNode(int node) {
            return IntStream.iterate(0, token -> token + 1)
                    .filter(token -> RedisClusterProcesses.nodeOf(hall.prefix + Hall.digest(token)) == node)
                    .limit(TOKENS_OF_EACH_NODE)
                    .boxed()
                    .toList();
        }

        boolean isFound(int token) {
            return hall.tokens.findUser(Hall.digest(token), Hall.NOON).isPresent();
        }

        boolean isAnswered(int token) {
            try {
                hall.tokens.findUser(Hall.digest(token), Hall.NOON);
                return true;
            } catch (UsersException e) {
                return false;
            }
        }

        List<Integer> unanswered() {
            return tokens().stream().filter(token -> !isAnswered(token)).toList();
        }
    }

    @Nested
    class ANodeThatIsMissing extends Tokens {

        ANodeThatIsMissing() {
            super(RedisClusterProcesses.shared());
        }

        @Test
        void becauseItHangsTakesItsShareOnlyAndComesBack() {
            third.freeze();
            assertThat(unanswered()).isEqualTo(ofNode(2));
            int token = ofNode(2).get(0);
            Outage.of(() -> find(token)).assertUnavailableWithin(BOUND);
            Outage.longest(CROWD, () -> find(token)).assertUnavailableWithin(BOUND);

            third.thaw();
            Pause.until("the node is back", () -> isAnswered(token));
            assertThat(tokens()).allMatch(this::isFound);
        }

        @Test
        void becauseItIsDownTakesItsShareOnlyAndComesBackEmpty() {
            third.kill();
            assertThat(unanswered()).isEqualTo(ofNode(2));
            Outage.of(() -> find(ofNode(2).get(0))).assertUnavailableWithin(BOUND);

            third.restart();
            Pause.until("the node is back", () -> unanswered().isEmpty());
            assertThat(tokens().stream().filter(token -> !isFound(token))).isEqualTo(ofNode(2));
        }

        private void find(int token) {
            assertThat(isFound(token)).isTrue();
        }
    }

    @Nested
    class AReplica extends Tokens {

        AReplica() {
            super(RedisClusterProcesses.start());
        }

        @AfterEach
        void closeCluster() {
            cluster.close();
        }

        @Test
        void takesOverFromANodeThatHangs() {
            cluster.addReplicaOfThird();
            third.freeze();
            assertThat(unanswered()).isEqualTo(ofNode(2));

            Pause.until("the replica has taken over", () -> unanswered().isEmpty());

            assertThat(tokens()).allMatch(this::isFound);
        }
    }
}
