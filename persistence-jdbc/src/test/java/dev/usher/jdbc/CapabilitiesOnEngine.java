package dev.usher.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.schema.DatabaseException;
import dev.usher.schema.IdType;
import dev.usher.spi.AccessToken;
import dev.usher.spi.BulkInsert.Outcome;
import dev.usher.spi.OAuthAccount;
import dev.usher.spi.UserFilter;
import dev.usher.spi.UserPage;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What must hold for accounts, tokens, listing and import on every engine besides the contracts. */
abstract class CapabilitiesOnEngine {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String DIGEST = "a1".repeat(32);

    private final HikariDataSource pool;
    private final TamperedDataSource dataSource;
    private final JdbcTransactions transactions;
    private final UserTable<Knight<UUID>, UUID> table = Knight.table("users", IdType.UUID);
    private final JdbcUserDatabase<Knight<UUID>, UUID> users;
    private final Knight<UUID> arthur = Knight.named("arthur");

    CapabilitiesOnEngine(Engine engine) {
        this.pool = engine.pool(1);
        this.dataSource = new TamperedDataSource(pool);
        this.transactions = new JdbcTransactions(dataSource);
        this.users = new JdbcUserDatabase<>(transactions, table);
    }

    @BeforeEach
    void storeArthur() {
        table.createTables(pool);
        users.insert(arthur);
        dataSource.statements.clear();
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private void execute(String sql) {
        transactions.withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    @Nested
    class Accounts {

        private final JdbcOAuthAccountDatabase<Knight<UUID>, UUID> accounts =
                new JdbcOAuthAccountDatabase<>(transactions, table);

        @Test
        void areLookedUpInOneStatement() {
            assertThat(accounts.findUser("google", "1")).isEmpty();

            assertThat(dataSource.statements).hasSize(1);
        }

        @Test
        void areOfTheShapeThatBothEnginesKeep() {
            for (OAuthAccount odd : List.of(
                    account("", "1"),
                    account("x".repeat(101), "1"),
                    account("google", ""),
                    account("google", "x".repeat(321)),
                    account("google", "1\0"),
                    account("google", "\uD800"))) {
                assertThatIllegalArgumentException().isThrownBy(() -> accounts.link(arthur.id(), odd));
                assertThatIllegalArgumentException().isThrownBy(() -> accounts.update(arthur.id(), odd));
                assertThat(accounts.findUser(odd.provider(), odd.accountId())).isEmpty();
                assertThat(accounts.unlink(arthur.id(), odd.provider(), odd.accountId()))
                        .isFalse();
            }
        }

        @Test
        void leaveTheTransactionUsableWhereThereIsNoSuchUser() {
            boolean linked = transactions.inTransaction(() ->
                    accounts.link(UUID.randomUUID(), account("google", "1")) || users.insert(Knight.named("kay")));

            assertThat(linked).isTrue();
            assertThat(accounts.findUser("google", "1")).isEmpty();
        }

        private OAuthAccount account(String provider, String id) {
            return new OAuthAccount(provider, id, "arthur@example.com", "secret", null, null);
        }
    }

    @Nested
    class Tokens {

        private final JdbcAccessTokenDatabase<Knight<UUID>, UUID> tokens =
                new JdbcAccessTokenDatabase<>(transactions, table);

        @Test
        void areLookedUpInOneStatement() {
            assertThat(tokens.findUser(DIGEST, NOON)).isEmpty();

            assertThat(dataSource.statements).hasSize(1);
        }

        @Test
        void areNeverStoredInPlainText() {
            AccessToken<UUID> plain = new AccessToken<>("the token itself", arthur.id(), 7, NOON, NOON);

            assertThatIllegalArgumentException().isThrownBy(() -> tokens.insert(plain));
            assertThat(tokens.findUser("the token itself", NOON)).isEmpty();
            assertThat(tokens.delete(DIGEST.toUpperCase(Locale.ROOT))).isFalse();
        }
    }

    @Nested
    class Listing {

        private final JdbcUserListing<Knight<UUID>, UUID> listing = new JdbcUserListing<>(transactions, table);

        @Test
        void isOneStatementForEachPage() {
            listing.list(UserFilter.ALL, new UserPage.Request(UserPage.Order.ID, null, 1));
            dataSource.statements.clear();

            listing.list(UserFilter.ALL, new UserPage.Request(UserPage.Order.EMAIL, null, 1));

            assertThat(dataSource.statements).hasSize(1);
        }

        @Test
        void takesPartInATransaction() {
            long count = transactions.inTransaction(() -> {
                users.insert(Knight.named("kay"));
                return listing.count(UserFilter.ALL);
            });

            assertThat(count).isEqualTo(2);
        }
    }

    @Nested
    class Import {

        private final JdbcBulkInsert<Knight<UUID>, UUID> bulkInsert = new JdbcBulkInsert<>(transactions, table);

        @Test
        void refusesTextThatNoEngineKeeps() {
            Knight<UUID> mordred = Knight.named("mordred");
            mordred.motto("\0");

            assertThat(bulkInsert.insertAll(List.of(mordred, Knight.named("kay"))))
                    .containsExactly(Outcome.REFUSED, Outcome.INSERTED);
        }

        @Test
        void isNoMatterOfOutcomesWhereTheTableIsMissing() {
            execute("ALTER TABLE users RENAME TO knights");

            assertThatThrownBy(() -> bulkInsert.insertAll(List.of(Knight.named("kay"))))
                    .isInstanceOf(DatabaseException.class);
        }

        @Test
        void keepsTheChunksBeforeAFailure() {
            List<Knight<UUID>> court = court(JdbcBulkInsert.CHUNK + 1);
            dataSource.failLater("SAVEPOINT usher_1", JdbcBulkInsert.CHUNK);

            assertThatThrownBy(() -> bulkInsert.insertAll(court)).isInstanceOf(DatabaseException.class);

            dataSource.fail("");
            assertThat(bulkInsert.insertAll(court))
                    .startsWith(Outcome.TAKEN, Outcome.TAKEN)
                    .endsWith(Outcome.TAKEN, Outcome.INSERTED);
        }

        private List<Knight<UUID>> court(int size) {
            List<Knight<UUID>> court = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                court.add(Knight.named("knight" + i));
            }
            return court;
        }
    }
}
