package dev.usher.quickstart;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.usher.UserDatabase;
import dev.usher.UsherConfig;
import dev.usher.oauth.OAuthProviders;
import dev.usher.redis.RedisAccessTokenDatabase;
import dev.usher.redis.RedisClients;
import dev.usher.rest.AuthenticationBackend;
import dev.usher.rest.AuthenticationBackends;
import dev.usher.rest.BearerTransport;
import dev.usher.rest.CookieTransport;
import dev.usher.schema.DatabaseUrl;
import dev.usher.schema.Dialect;
import dev.usher.spi.AccessTokenDatabase;
import dev.usher.spi.OAuthAccountDatabase;
import dev.usher.spi.RevokedTokenDatabase;
import dev.usher.spi.Transactions;
import dev.usher.spi.UserListing;
import dev.usher.token.JwtStrategy;
import dev.usher.token.OpaqueStrategy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/** What this application gives to Usher: a database, where users lie in it, and how to sign in. */
@ApplicationScoped
public class Wiring {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration REDIS_PATIENCE = Duration.ofMillis(500);

    private @Nullable UnifiedJedis redis;

    @Produces
    @Singleton
    HikariDataSource dataSource() {
        Config config = ConfigProvider.getConfig();
        DatabaseUrl url = DatabaseUrl.parse(config.getOptionalValue("usher.datasource.url", String.class)
                .or(() -> config.getOptionalValue("DATABASE_URL", String.class))
                .orElse("jdbc:sqlite:usher.db"));
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url.jdbcUrl());
        url.user().ifPresent(pool::setUsername);
        url.password().ifPresent(pool::setPassword);
        url.properties().forEach(pool::addDataSourceProperty);
        boundWaiting(pool, url.dialect());
        return new HikariDataSource(pool);
    }

    /** A database that does not answer is an outage after seconds, not a thread that hangs. */
    private static void boundWaiting(HikariConfig pool, Dialect dialect) {
        pool.setConnectionTimeout(PATIENCE.toMillis());
        pool.setValidationTimeout(PATIENCE.dividedBy(2).toMillis());
        if (dialect == Dialect.POSTGRESQL) {
            pool.addDataSourceProperty("connectTimeout", String.valueOf(PATIENCE.toSeconds()));
            pool.addDataSourceProperty(
                    "socketTimeout", String.valueOf(PATIENCE.multipliedBy(2).toSeconds()));
        }
    }

    void close(@Disposes HikariDataSource dataSource) {
        dataSource.close();
    }

    @Produces
    @Singleton
    Storage storage(HikariDataSource dataSource) {
        Config config = ConfigProvider.getConfig();
        return Storage.of(config.getValue("quickstart.persistence", String.class), dataSource);
    }

    void close(@Disposes Storage storage) {
        storage.close();
    }

    @Produces
    @Singleton
    Transactions transactions(Storage storage) {
        return storage.transactions();
    }

    @Produces
    @Singleton
    UserDatabase<Member, UUID> users(Storage storage) {
        return storage.users();
    }

    @Produces
    @Singleton
    RevokedTokenDatabase<Member, UUID> revokedTokens(Storage storage) {
        return storage.revokedTokens();
    }

    /** Opaque tokens are kept beside the users, or in Redis where {@code usher.redis.url} names one. */
    @Produces
    @Singleton
    AccessTokenDatabase<Member, UUID> accessTokens(Storage storage, UserDatabase<Member, UUID> users) {
        Optional<String> address = ConfigProvider.getConfig().getOptionalValue("usher.redis.url", String.class);
        if (address.isEmpty()) {
            return storage.accessTokens();
        }
        redis = RedisClients.open(redisAddress(address.get()), REDIS_PATIENCE);
        return new RedisAccessTokenDatabase<>(redis, users, "quickstart:token:");
    }

    /** Says nothing of the address, nor of what is wrong with it, where it may have a password. */
    private static URI redisAddress(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("usher.redis.url is to be redis://user:password@host:port/database, with"
                    + " special characters in the password percent-encoded");
        }
    }

    @PreDestroy
    void closeRedis() {
        if (redis != null) {
            redis.close();
        }
    }

    @Produces
    @Singleton
    OAuthAccountDatabase<Member, UUID> accounts(Storage storage) {
        return storage.accounts();
    }

    /** Null, which only a dependent producer may give, where no provider is configured. */
    @Produces
    @Dependent
    @Nullable OAuthProviders providers() {
        return OpenId.providers(ConfigProvider.getConfig()).orElse(null);
    }

    @Produces
    @Singleton
    UserListing<Member> listing(Storage storage) {
        return storage.listing();
    }

    /** Applications sign in with a signed token in a header, pages with an opaque one in a cookie. */
    @Produces
    @Singleton
    AuthenticationBackends backends(UsherConfig config) {
        return AuthenticationBackends.of(
                AuthenticationBackend.of("jwt", new BearerTransport(), new JwtStrategy(config.jwt())),
                AuthenticationBackend.of(
                        "cookie", new CookieTransport(config.cookie()), new OpaqueStrategy(config.opaqueLifetime())));
    }
}
