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

/** What must hold for revoked tokens on every engine besides the contract. */
abstract class RevokedTokensOnEngine {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final HikariDataSource pool;
    private final TamperedDataSource dataSource;
    private final UserTable<Knight<UUID>, UUID> table;
    private final JdbcRevokedTokenDatabase<Knight<UUID>, UUID> tokens;
    private final JdbcUserDatabase<Knight<UUID>, UUID> users;
    private final Knight<UUID> arthur = Knight.named("arthur");

    RevokedTokensOnEngine(Engine engine) {
        this.pool = engine.pool(4);
        this.dataSource = new TamperedDataSource(pool);
        JdbcTransactions transactions = new JdbcTransactions(dataSource);
        this.table = Knight.table("users", IdType.UUID).revokedTokenTable("spent \"tokens\"");
        this.tokens = new JdbcRevokedTokenDatabase<>(transactions, table);
        this.users = new JdbcUserDatabase<>(transactions, table);
    }

    @BeforeEach
    void storeArthur() {
        table.createTables(pool);
        users.insert(arthur);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Nested
    class FindUser {

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
}
