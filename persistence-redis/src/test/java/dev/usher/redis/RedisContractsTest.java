package dev.usher.redis;

import dev.usher.UserDatabase;
import dev.usher.jdbc.JdbcTransactions;
import dev.usher.schema.IdType;
import dev.usher.spi.AccessTokenDatabase;
import dev.usher.testkit.SeparateAccessTokenDatabaseContract;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.UnifiedJedis;

/** What every store of tokens must do that is apart from the users, on a real Redis and on a real cluster. */
class RedisContractsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    abstract static class Subject<ID> implements SeparateAccessTokenDatabaseContract<Knight<ID>, ID> {

        private final IdKind<ID> ids;
        private final UnifiedJedis redis;
        private final Hall<ID> hall;

        Subject(Path folder, IdKind<ID> ids, UnifiedJedis redis) {
            this.ids = ids;
            this.redis = redis;
            this.hall = new Hall<>(folder, ids, redis);
        }

        @AfterEach
        void close() {
            hall.close();
            redis.close();
        }

        @Override
        public UserDatabase<Knight<ID>, ID> users() {
            return hall.users;
        }

        @Override
        public JdbcTransactions transactions() {
            return hall.transactions;
        }

        @Override
        public AccessTokenDatabase<Knight<ID>, ID> accessTokens() {
            return hall.tokens;
        }

        @Override
        public ID unknownId() {
            return ids.unknown().get();
        }

        @Override
        public void prepare(Knight<ID> user) {
            if (ids.type() == IdType.STRING) {
                user.id(unknownId());
            }
        }
    }

    private static UnifiedJedis redis() {
        URI address = RedisProcess.shared().address();
        return RedisClients.open(address, TIMEOUT);
    }

    private static UnifiedJedis cluster() {
        return RedisClients.openCluster(RedisClusterProcesses.shared().addresses(), TIMEOUT);
    }

    @Nested
    class UuidOnRedis extends Subject<UUID> {
        UuidOnRedis(@TempDir Path folder) {
            super(folder, IdKind.UUIDS, redis());
        }
    }

    @Nested
    class LongOnRedis extends Subject<Long> {
        LongOnRedis(@TempDir Path folder) {
            super(folder, IdKind.LONGS, redis());
        }
    }

    @Nested
    class StringOnRedis extends Subject<String> {
        StringOnRedis(@TempDir Path folder) {
            super(folder, IdKind.STRINGS, redis());
        }
    }

    @Nested
    class UuidOnCluster extends Subject<UUID> {
        UuidOnCluster(@TempDir Path folder) {
            super(folder, IdKind.UUIDS, cluster());
        }
    }

    @Nested
    class LongOnCluster extends Subject<Long> {
        LongOnCluster(@TempDir Path folder) {
            super(folder, IdKind.LONGS, cluster());
        }
    }

    @Nested
    class StringOnCluster extends Subject<String> {
        StringOnCluster(@TempDir Path folder) {
            super(folder, IdKind.STRINGS, cluster());
        }
    }
}
