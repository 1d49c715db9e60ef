package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.User;
import dev.usher.UserDatabase;
import dev.usher.redis.RedisAccessTokenDatabase;
import dev.usher.redis.RedisClients;
import dev.usher.redis.RedisProcess;
import dev.usher.spi.AccessToken;
import dev.usher.spi.AccessTokenDatabase;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.InMemoryTransactions;
import dev.usher.testkit.Knight;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** A shop whose customers are in one place, and their tokens in Redis. */
class ShopTest {

    private static final String DIGEST = "0f".repeat(32);

    static UnifiedJedis redis(URI address) { // redis://user:password@host:6379, or rediss:// for TLS
        return RedisClients.open(address, Duration.ofMillis(300));
    }

    static <U extends User<ID>, ID> AccessTokenDatabase<U, ID> tokens(UnifiedJedis redis, UserDatabase<U, ID> users) {
        return new RedisAccessTokenDatabase<>(redis, users, "shop:token:");
    }

    @Test
    void findsItsCustomersByTheirTokens() {
        var users = Knight.users(new InMemoryTransactions());
        Knight arthur = Camelot.ARTHUR.fill(new Knight(), password -> "$" + password);
        users.insert(arthur);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (UnifiedJedis redis = redis(RedisProcess.shared().address())) {
            var tokens = tokens(redis, users);

            tokens.insert(new AccessToken<>(DIGEST, arthur.id(), arthur.tokenVersion(), now, now.plusSeconds(60)));

            assertThat(tokens.findUser(DIGEST, now).map(Knight::email)).contains(Camelot.ARTHUR.email());
            assertThat(tokens.delete(DIGEST)).isTrue();
            assertThat(tokens.findUser(DIGEST, now)).isEmpty();
        }
    }
}
