package dev.usher.redis;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.usher.Email;
import dev.usher.jdbc.JdbcTransactions;
import dev.usher.jdbc.JdbcUserDatabase;
import dev.usher.jdbc.UserTable;
import dev.usher.schema.DatabaseUrl;
import dev.usher.spi.AccessToken;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import redis.clients.jedis.UnifiedJedis;

/** Users in SQLite whose tokens are in a Redis, under a prefix that no other hall has. */
final class Hall<ID> implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final Instant LATER = Instant.parse("2099-12-31T12:00:00Z");
    private static final AtomicInteger COUNT = new AtomicInteger();

    final String prefix = "hall " + COUNT.incrementAndGet() + ":";
    final JdbcTransactions transactions;
    final JdbcUserDatabase<Knight<ID>, ID> users;
    final RedisAccessTokenDatabase<Knight<ID>, ID> tokens;
    private final HikariDataSource pool;

    Hall(Path folder, IdKind<ID> ids, UnifiedJedis redis) {
        UserTable<Knight<ID>, ID> table = UserTable.of("users", ids.type(), Knight::new);
        HikariConfig config = new HikariConfig();
        DatabaseUrl url = DatabaseUrl.parse("sqlite:///" + folder.resolve("users.db"));
        config.setJdbcUrl(url.jdbcUrl());
        url.properties().forEach(config::addDataSourceProperty);
        config.setMaximumPoolSize(4);
        this.pool = new HikariDataSource(config);
        table.createTables(pool);
        this.transactions = new JdbcTransactions(pool);
        this.users = new JdbcUserDatabase<>(transactions, table);
        this.tokens = new RedisAccessTokenDatabase<>(redis, users, prefix);
    }

    /** A user of that name who is stored. */
    static Knight<UUID> arthur(Hall<UUID> hall) {
        Knight<UUID> arthur = new Knight<>();
        arthur.email(Email.of("arthur@camelot.bt"));
        arthur.hashedPassword("$2b$12$arthur");
        arthur.tokenVersion(7);
        hall.users.insert(arthur);
        return arthur;
    }

    /** What stands for a token in these tests: some hexadecimal digits, repeated. */
    static String digest(int number) {
        return "%08x".formatted(number).repeat(8);
    }

    static <ID> AccessToken<ID> token(Knight<ID> user, int number) {
        return new AccessToken<>(digest(number), user.id(), user.tokenVersion(), NOON, LATER);
    }

    @Override
    public void close() {
        pool.close();
    }
}
