package dev.usher.redis;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Collectors;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;

/**
 * Jedis clients in which nothing waits for ever: Jedis' own default lets a request wait without end for a connection.
 *
 * <p>No step takes longer than the given time. A command is three at most: waiting for one of {@value #CONNECTIONS} pooled
 * connections, connecting, and reading the answer; a new connection has two more where the address has a password and a
 * database. What it takes to resolve the host's name comes on top. Idle connections are checked every
 * {@value #CHECK_SECONDS} seconds, and broken ones replaced; one that broke in between fails the command that finds it so.
 *
 * <p>An address is {@code redis://user:password@host:port/database}, of which all but host and port may be missing, or the
 * same with {@code rediss} for TLS, where the certificate is checked against the JVM's trust store and must be the host's.
 *
 * <p>Applications with other needs build a client of their own; whatever it is, they close it.
 */
public final class RedisClients {

    private static final int CONNECTIONS = 16;
    private static final int CHECK_SECONDS = 2;

    private RedisClients() {}

    /**
     * A client of one Redis. Connects to nothing yet.
     *
     * @param timeout of each step, in whole milliseconds, at least one; a few hundred of them is a good choice
     * @throws IllegalArgumentException if the address is none, or the time too short; the message does not contain it
     */
    public static UnifiedJedis open(URI address, Duration timeout) {
        return RedisClient.builder()
                .hostAndPort(node(address))
                .clientConfig(configuration(address, timeout))
                .poolConfig(pool(timeout))
                .build();
    }

    /**
     * A client of a cluster, each node of which has a pool of its own. Asks the given nodes for the others at once, and
     * again every {@value #CHECK_SECONDS} seconds.
     *
     * <p>A command that fails is repeated, on another node if the cluster says so, unless {@code timeout} is over by then.
     *
     * @param addresses one node or more, all with the same user and password
     * @param timeout as in {@link #open}
     * @throws IllegalArgumentException likewise, or if there are none
     * @throws redis.clients.jedis.exceptions.JedisException if no node answers
     */
    public static UnifiedJedis openCluster(Collection<URI> addresses, Duration timeout) {
        URI first = addresses.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a cluster has one node at least"));
        return RedisClusterClient.builder()
                .nodes(addresses.stream().map(RedisClients::node).collect(Collectors.toSet()))
                .clientConfig(configuration(first, timeout))
                .poolConfig(pool(timeout))
                .maxTotalRetriesDuration(timeout)
                .topologyRefreshPeriod(Duration.ofSeconds(CHECK_SECONDS))
                .build();
    }

    private static HostAndPort node(URI address) {
        boolean redis = "redis".equals(address.getScheme()) || "rediss".equals(address.getScheme());
        if (!redis || address.getHost() == null || address.getPort() < 0) {
            throw new IllegalArgumentException("the address of a Redis is redis://host:port or rediss://host:port");
        }
        return new HostAndPort(address.getHost(), address.getPort());
    }

    private static JedisClientConfig configuration(URI address, Duration timeout) {
        int millis = Math.toIntExact(timeout.toMillis());
        if (millis < 1) {
            throw new IllegalArgumentException("a time-out is one millisecond at least, not " + timeout);
        }
        return DefaultJedisClientConfig.builder(address)
                .connectionTimeoutMillis(millis)
                .socketTimeoutMillis(millis)
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .build();
    }

    private static ConnectionPoolConfig pool(Duration timeout) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        pool.setMaxWait(timeout);
        pool.setTimeBetweenEvictionRuns(Duration.ofSeconds(CHECK_SECONDS));
        return pool;
    }
}
