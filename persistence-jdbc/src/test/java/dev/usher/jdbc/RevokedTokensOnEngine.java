package dev.usher.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.schema.IdType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What must hold for revoked tokens on every engine with every type of id. */
abstract class RevokedTokensOnEngine<ID> {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final HikariDataSource pool;
    private final TamperedDataSource dataSource;
    private final UserTable<Knight<ID>, ID> table;
    private final JdbcRevokedTokenDatabase<Knight<ID>, ID> tokens;
    private final JdbcUserDatabase<Knight<ID>, ID> users;
    private final Knight<ID> arthur = Knight.named("arthur");

    RevokedTokensOnEngine(Engine engine, IdType<ID> idType) {
        this.pool = engine.pool(4);
        this.dataSource = new TamperedDataSource(pool);
        JdbcTransactions transactions = new JdbcTransactions(dataSource);
        this.table = Knight.table("users", idType).revokedTokenTable("spent \"tokens\"");
        this.tokens = new JdbcRevokedTokenDatabase<>(transactions, table);
        this.users = new JdbcUserDatabase<>(transactions, table);
    }

    /** Gives a new user an id if the application has to. */
    abstract void identify(Knight<ID> knight);

    @BeforeEach
    void storeArthur() {
        table.createTables(pool);
        identify(arthur);
        users.insert(arthur);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Nested
    class FindUser {

        @Test
        void findsAUserWhoseTokenStands() {
            assertThat(tokens.findUser(arthur.id(), "t1").orElseThrow())
                    .usingRecursiveComparison()
                    .isEqualTo(arthur);
        }

        @Test
        void findsNobodyOnceTheTokenIsRevoked() {
            tokens.revoke("t1", NOON);

            assertThat(tokens.findUser(arthur.id(), "t1")).isEmpty();
            assertThat(tokens.findUser(arthur.id(), "T1")).isPresent();
        }

        @Test
        void findsNobodyOnceTheUserIsGone() {
            users.delete(arthur.id());

            assertThat(tokens.findUser(arthur.id(), "t1")).isEmpty();
        }

        @Test
        void findsNobodyByATokenIdThatCouldNotBeRevoked() {
            for (String impossible : List.of("", "t\0", "\uD800", "x".repeat(256))) {
                assertThat(tokens.findUser(arthur.id(), impossible)).isEmpty();
            }
        }

        @Test
        void isOneStatement() {
            dataSource.statements.clear();

            tokens.findUser(arthur.id(), "t1");

            assertThat(dataSource.statements)
                    .singleElement()
                    .asString()
                    .startsWith("SELECT \"users\".\"id\", \"users\".\"row_version\", \"users\".\"email\"")
                    .endsWith("""
                            FROM "users" WHERE "users"."id" = ? AND NOT EXISTS \
                            (SELECT 1 FROM "spent ""tokens""\" WHERE "spent ""tokens""\"."token_id" = ?)""");
        }
    }

    @Nested
    class Revoke {

        @Test
        void mayHappenTwiceAndAtOnce() throws Exception {
            AtOnce.run(8, i -> () -> {
                tokens.revoke("t1", NOON.plusSeconds(i));
                return true;
            });

            assertThat(tokens.findUser(arthur.id(), "t1")).isEmpty();
            assertThat(tokens.purgeExpired(NOON.plusSeconds(10), 10)).isEqualTo(1);
        }

        @Test
        void takesTheLongestTokenId() {
            tokens.revoke("x".repeat(255), NOON);

            assertThat(tokens.findUser(arthur.id(), "x".repeat(255))).isEmpty();
        }

        @Test
        void refusesATokenIdThatCouldNotBeFound() {
            for (String impossible : List.of("", "t\0", "\uD800", "x".repeat(256))) {
                assertThatIllegalArgumentException().isThrownBy(() -> tokens.revoke(impossible, NOON));
            }
        }
    }

    @Nested
    class PurgeExpired {

        @Test
        void deletesNoMoreThanItMayAndTheOldestFirst() {
            for (int i = 0; i < 5; i++) {
                tokens.revoke("t" + i, NOON.plusSeconds(i));
            }

            assertThat(tokens.purgeExpired(NOON.plusSeconds(3), 2)).isEqualTo(2);
            assertThat(tokens.findUser(arthur.id(), "t1")).isPresent();
            assertThat(tokens.findUser(arthur.id(), "t2")).isEmpty();
            assertThat(tokens.purgeExpired(NOON.plusSeconds(3), 5)).isEqualTo(2);
            assertThat(tokens.purgeExpired(NOON.plusSeconds(3), 5)).isZero();
            assertThat(tokens.findUser(arthur.id(), "t4")).isEmpty();
        }

        @Test
        void keepsATokenUntilItHasExpiredToTheNanosecond() {
            tokens.revoke("t1", NOON.plusNanos(1_500));

            assertThat(tokens.purgeExpired(NOON.plusNanos(1_499), 1)).isZero();
            assertThat(tokens.purgeExpired(NOON.plusMillis(1), 1)).isEqualTo(1);
        }

        @Test
        void refusesALimitThatIsNotPositive() {
            assertThatIllegalArgumentException().isThrownBy(() -> tokens.purgeExpired(NOON, 0));
        }
    }

    abstract static class WithUuid extends RevokedTokensOnEngine<UUID> {

        WithUuid(Engine engine) {
            super(engine, IdType.UUID);
        }

        @Override
        void identify(Knight<UUID> knight) {}
    }

    abstract static class WithLong extends RevokedTokensOnEngine<Long> {

        WithLong(Engine engine) {
            super(engine, IdType.LONG);
        }

        @Override
        void identify(Knight<Long> knight) {}
    }

    abstract static class WithString extends RevokedTokensOnEngine<String> {

        WithString(Engine engine) {
            super(engine, IdType.STRING);
        }

        @Override
        void identify(Knight<String> knight) {
            knight.id("arthur");
        }
    }
}
