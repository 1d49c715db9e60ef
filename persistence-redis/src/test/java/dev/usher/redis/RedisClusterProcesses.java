package dev.usher.redis;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;

/** A real cluster of three, of which each has a third of the keys; where one is missing, the others go on. */
final class RedisClusterProcesses implements AutoCloseable {

    private static final int SLOTS = 16_384;
    private static final String[] OPTIONS = {
        "--cluster-enabled", "yes", "--cluster-node-timeout", "1000", "--cluster-require-full-coverage", "no"
    };

    final List<RedisProcess> nodes =
            Stream.generate(() -> RedisProcess.start(OPTIONS)).limit(3).toList();

    static RedisClusterProcesses start() {
        return new RedisClusterProcesses();
    }

    private RedisClusterProcesses() {
        for (int i = 0; i < nodes.size(); i++) {
            join(i);
        }
        Pause.until("every node sees the whole cluster", () -> nodes.stream().allMatch(this::isWhole));
    }

    /** One for all tests that leave it as it was. */
    static RedisClusterProcesses shared() {
        return Shared.CLUSTER;
    }

    List<URI> addresses() {
        return nodes.stream().map(RedisProcess::address).toList();
    }

    /** How many keys each node has. */
    List<Long> sizes() {
        return nodes.stream()
                .map(node -> {
                    try (Jedis connection = connect(node)) {
                        return connection.dbSize();
                    }
                })
                .toList();
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
