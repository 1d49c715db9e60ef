package dev.usher.redis;

import dev.usher.ErrorCode;
import dev.usher.User;
import dev.usher.UserDatabase;
import dev.usher.UsersException;
import dev.usher.spi.AccessToken;
import dev.usher.spi.AccessTokenDatabase;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * Opaque tokens that are alive, in Redis 6.2 or newer or in Valkey, standalone or as a cluster; their users are elsewhere.
 *
 * <p>Each token is one key, which Redis lets expire. Every call is one command on one key ({@code SET}, {@code GET},
 * {@code DEL}), so that a cluster is no different; a {@code SET} that finds the key taken is followed by a {@code GET}.
 *
 * <p>What is guaranteed: a token is stored once, ended once, and finds its user neither after its expiry nor under another
 * token version nor once she is gone, because those three are judged by the users' database and the caller's clock at
 * every look-up. Logging out everywhere therefore never depends on Redis. What is under a key and was not written here
 * is no token.
 *
 * <p>What is not: nothing takes part in a transaction. A token is there as soon as {@link #insert} returns, and stays if
 * the caller's transaction is rolled back afterwards; one that was ended stays ended. An insert that fails may have
 * stored the token, which nobody was told then, and which expires. A delete that fails may have ended it. A Redis that
 * forgets its latest writes, by a crash without {@code appendfsync always} or by a fail-over, may forget an insert (she
 * logs in again) or a delete (a token that was logged out is good again until it expires, or her token version is raised).
 * Keys of users who are gone stay until they expire and find nobody. Whoever may write to this Redis may sign in as
 * anybody.
 *
 * <p>If Redis refuses a command or does not answer, every method throws {@link UsersException} with
 * {@link ErrorCode#SERVICE_UNAVAILABLE}, after as long as the client's time-outs allow ({@link RedisClients} sets them all),
 * and works again as soon as Redis does.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public final class RedisAccessTokenDatabase<U extends User<ID>, ID> implements AccessTokenDatabase<U, ID> {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final UnifiedJedis redis;
    private final UserDatabase<U, ID> users;
    private final String prefix;

    /**
     * Connects to nothing yet.
     *
     * @param redis reads from primaries only, has its time-outs set, and is closed by whoever opened it
     * @param users finds the users of the tokens
     * @param prefix what keys begin with, e.g. {@code "shop:token:"}; another one for each application on one Redis,
     *     because a token of one would be a token of all
     * @throws IllegalArgumentException if the prefix is empty
     */
    public RedisAccessTokenDatabase(UnifiedJedis redis, UserDatabase<U, ID> users, String prefix) {
        if (prefix.isEmpty()) {
            throw new IllegalArgumentException("the keys of an application need a prefix of their own");
        }
        this.redis = redis;
        this.users = users;
        this.prefix = prefix;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Whether there is such a user is not asked. A client that repeats the command after a lost answer stores the token
     * once and without an error.
     *
     * @throws IllegalArgumentException if the digest is none, because a token itself is never stored, or if the id is none
     *     of the users' ids
     * @throws IllegalStateException if the digest exists already
     */
    @Override
    public void insert(AccessToken<ID> token) {
        if (!isDigest(token.digest())) {
            throw new IllegalArgumentException("a digest has 64 hexadecimal digits in lower case");
        }
        StoredToken stored = StoredToken.of(token);
        if (!users.parseId(stored.userId()).equals(Optional.of(token.userId()))) {
            throw new IllegalArgumentException("no user can have this id");
        }
        if (!isSet(token, stored) && !find(token.digest()).equals(Optional.of(stored))) {
            throw new IllegalStateException("there is such a token already");
        }
    }

    @Override
    public Optional<U> findUser(String digest, Instant now) {
        return find(digest).filter(token -> token.expiresAt().isAfter(now)).flatMap(this::owner);
    }

    @Override
    public boolean delete(String digest) {
        return isDigest(digest) && answer(() -> redis.del(prefix + digest)) == 1;
    }

    /**
     * Has nothing to do: Redis lets keys expire.
     *
     * @return 0
     */
    @Override
    public int purgeExpired(Instant now, int limit) {
        return 0;
    }

    private boolean isSet(AccessToken<ID> token, StoredToken stored) {
        SetParams once = SetParams.setParams().nx().pxAt(stored.expiresAt().toEpochMilli());
        return answer(() -> redis.set(prefix + token.digest(), stored.text(), once)) != null;
    }

    private Optional<StoredToken> find(String digest) {
        return isDigest(digest)
                ? Optional.ofNullable(answer(() -> get(prefix + digest))).flatMap(StoredToken::parse)
                : Optional.empty();
    }

    private @Nullable String get(String key) {
        try {
            return redis.get(key);
        } catch (JedisDataException e) {
            if (String.valueOf(e.getMessage()).startsWith("WRONGTYPE")) {
                return null;
            }
            throw e;
        }
    }

    private Optional<U> owner(StoredToken token) {
        return users.parseId(token.userId())
                .flatMap(users::findById)
                .filter(user -> user.tokenVersion() == token.tokenVersion());
    }

    private static <T extends @Nullable Object> T answer(Supplier<T> command) {
        try {
            return command.get();
        } catch (JedisException e) {
            throw new UsersException(ErrorCode.SERVICE_UNAVAILABLE, e);
        }
    }

    private static boolean isDigest(String digest) {
        return DIGEST.matcher(digest).matches();
    }
}
