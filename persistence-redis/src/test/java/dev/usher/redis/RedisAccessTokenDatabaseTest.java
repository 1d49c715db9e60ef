package dev.usher.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.usher.spi.AccessToken;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.UnifiedJedis;

/** What must hold besides the contract. */
class RedisAccessTokenDatabaseTest {

    private static final String DIGEST = Hall.digest(1);

    private final UnifiedJedis redis = RedisClients.open(RedisProcess.shared().address(), Duration.ofSeconds(5));

    private Hall<UUID> hall;
    private Knight<UUID> arthur;
    private String key;

    @BeforeEach
    void storeArthur(@TempDir Path folder) {
        hall = new Hall<>(folder, IdKind.UUIDS, redis);
        arthur = Hall.arthur(hall);
        key = hall.prefix + DIGEST;
    }

    @AfterEach
    void close() {
        hall.close();
        redis.close();
    }

    @Nested
    class Insert {

        @Test
        void storesLittleThatSaysWhatItIs() {
            hall.tokens.insert(Hall.token(arthur, 1));

            assertThat(redis.get(key)).matches("1 7 " + Hall.LATER.toEpochMilli() + " [0-9a-z]{1,13} " + arthur.id());
            assertThat(redis.memoryUsage(key)).isLessThan(300);
        }

        @Test
        void letsRedisEndTheToken() {
            Instant soon = Instant.now().plusMillis(300);
            hall.tokens.insert(new AccessToken<>(DIGEST, arthur.id(), 7, Hall.NOON, soon));

            assertThat(redis.pttl(key)).isBetween(1L, 300L);
            Pause.until("the key has expired", () -> !redis.exists(key));
            assertThat(hall.tokens.delete(DIGEST)).isFalse();
        }

        @Test
        void storesNothingThatIsOverAlready() {
            hall.tokens.insert(new AccessToken<>(DIGEST, arthur.id(), 7, Hall.NOON, Instant.ofEpochMilli(1)));

            assertThat(redis.exists(key)).isFalse();
        }

        @Test
        void refusesWhatIsNoDigest() {
            AccessToken<UUID> plain = new AccessToken<>("the token itself", arthur.id(), 7, Hall.NOON, Hall.LATER);

            assertThatIllegalArgumentException().isThrownBy(() -> hall.tokens.insert(plain));
            assertThat(hall.tokens.delete("the token itself")).isFalse();
            assertThat(hall.tokens.delete(DIGEST.toUpperCase(Locale.ROOT))).isFalse();
        }

        @Test
        void refusesAnIdThatWouldBeReadAsAnother(@TempDir Path another) {
            try (Hall<String> library = new Hall<>(another, IdKind.STRINGS, redis)) {
                AccessToken<String> odd = new AccessToken<>(DIGEST, "\uD800", 7, Hall.NOON, Hall.LATER);

                assertThatIllegalArgumentException().isThrownBy(() -> library.tokens.insert(odd));
            }
        }

        @Test
        void refusesTheSameTokenTwice() {
            hall.tokens.insert(Hall.token(arthur, 1));

            assertThatIllegalStateException().isThrownBy(() -> hall.tokens.insert(Hall.token(arthur, 1)));
        }

        @Test
        void isNotUndoneByARollback() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> hall.transactions.inTransaction(() -> {
                        hall.tokens.insert(Hall.token(arthur, 1));
                        throw new IllegalStateException("roll back");
                    }));

            assertThat(hall.tokens.findUser(DIGEST, Hall.NOON)).isPresent();
        }

        @Test
        void storesATokenOfNobodyThatFindsNobody() {
            hall.tokens.insert(new AccessToken<>(DIGEST, UUID.randomUUID(), 7, Hall.NOON, Hall.LATER));

            assertThat(hall.tokens.findUser(DIGEST, Hall.NOON)).isEmpty();
        }
    }

    @Nested
    class FindUser {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "1",
                    "{\"user\": 1}",
                    "2 7 4102444800000 abc %s",
                    "1 7 4102444800000 abc Arthur",
                    "1 7 4102444800000 abc %s ",
                    "1 7 4102444800000 %s",
                    "1 9999999999 4102444800000 abc %s",
                    "1 99999999999 4102444800000 abc %s",
                    "1 7 9999999999999999999 abc %s",
                    "1 7 -1 abc %s",
                    "1 seven 4102444800000 abc %s",
                    "1 7 4102444800000 abc %s\n",
                    "1 7 4102444800000 abc \uFFFD",
                })
        void takesAForeignValueForNoToken(String value) {
            redis.set(key, value.replace("%s", arthur.id().toString()));

            assertThat(hall.tokens.findUser(DIGEST, Hall.NOON)).isEmpty();
            assertThatIllegalStateException().isThrownBy(() -> hall.tokens.insert(Hall.token(arthur, 1)));
        }

        @Test
        void takesAForeignTypeForNoToken() {
            redis.lpush(key, "1");

            assertThat(hall.tokens.findUser(DIGEST, Hall.NOON)).isEmpty();
            assertThatIllegalStateException().isThrownBy(() -> hall.tokens.insert(Hall.token(arthur, 1)));
            assertThat(hall.tokens.delete(DIGEST)).isTrue();
        }

        @Test
        void takesBytesThatAreNoTextForNoToken() {
            redis.set(key.getBytes(UTF_8), new byte[] {'1', ' ', -1, -128});

            assertThat(hall.tokens.findUser(DIGEST, Hall.NOON)).isEmpty();
        }

        @Test
        void knowsNoTokenOfAnotherPrefix() {
            hall.tokens.insert(Hall.token(arthur, 1));

            assertThat(new RedisAccessTokenDatabase<>(redis, hall.users, "another:").findUser(DIGEST, Hall.NOON))
                    .isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RedisAccessTokenDatabase<>(redis, hall.users, ""));
        }
    }

    @Test
    void leavesThePurgingToRedis() {
        hall.tokens.insert(Hall.token(arthur, 1));

        assertThat(hall.tokens.purgeExpired(Hall.LATER, 9)).isZero();
        assertThat(redis.exists(key)).isTrue();
    }
}
