package dev.usher.redis;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.util.JedisClusterCRC16;

/** A real cluster of three, of which each has a third of the keys; where one is missing, the others go on. */
final class RedisClusterProcesses implements AutoCloseable {

    private static final int SLOTS = 16_384;
    private static final String[] OPTIONS = {
        "--cluster-enabled", "yes", "--cluster-node-timeout", "1000", "--cluster-require-full-coverage", "no"
    };

    final List<RedisProcess> nodes;

    private RedisClusterProcesses() {
        nodes = new ArrayList<>(
                Stream.generate(() -> RedisProcess.start(OPTIONS)).limit(3).toList());
        for (int i = 0; i < nodes.size(); i++) {
            join(i);
        }
        Pause.until("every node sees the whole cluster", () -> nodes.stream().allMatch(this::isWhole));
    }

    static RedisClusterProcesses start() {
        return new RedisClusterProcesses();
    }

    /** One for all tests that leave it as it was. */
    static RedisClusterProcesses shared() {
        return Shared.CLUSTER;
    }

    /** Which of the three has a key. */
    static int nodeOf(String key) {
        int slot = JedisClusterCRC16.getSlot(key);
        return (int) IntStream.of(1, 2).filter(i -> slot >= SLOTS * i / 3).count();
    }

    List<URI> addresses() {
        return nodes.stream().map(RedisProcess::address).toList();
    }

    /** One more node, which has what the third has and takes over where that is missing. */
    void addReplicaOfThird() {
        RedisProcess third = nodes.get(2);
        RedisProcess replica = RedisProcess.start(OPTIONS);
        nodes.add(replica);
        try (Jedis connection = connect(replica);
                Jedis original = connect(third)) {
            String id = original.clusterMyId();
            connection.clusterMeet("127.0.0.1", third.port());
            Pause.until("they know each other", () -> isWhole(replica));
            connection.clusterReplicate(id);
            Pause.until(
                    "it has everything", () -> connection.info("replication").contains("master_link_status:up"));
        }
    }

    @Override
    public void close() {
        nodes.forEach(RedisProcess::close);
    }

    private void join(int i) {
        try (Jedis connection = connect(nodes.get(i))) {
            connection.clusterAddSlots(
                    IntStream.range(SLOTS * i / 3, SLOTS * (i + 1) / 3).toArray());
            connection.clusterSetConfigEpoch(i + 1);
            connection.clusterMeet("127.0.0.1", nodes.get(0).port());
        }
    }

    private boolean isWhole(RedisProcess node) {
        try (Jedis connection = connect(node)) {
            String info = connection.clusterInfo();
            return info.contains("cluster_state:ok") && info.contains("cluster_slots_ok:" + SLOTS);
        }
    }

    private static Jedis connect(RedisProcess node) {
        return new Jedis("127.0.0.1", node.port());
    }

    private static final class Shared {
        static final RedisClusterProcesses CLUSTER = start();
    }
}
