package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.AccessTokens;
import dev.usher.Email;
import dev.usher.ErrorCode;
import dev.usher.UserManager;
import dev.usher.UserServices;
import dev.usher.UsersException;
import dev.usher.UsherConfig;
import dev.usher.jdbc.Engine;
import dev.usher.jdbc.JdbcBulkInsert;
import dev.usher.jdbc.JdbcOAuthAccountDatabase;
import dev.usher.jdbc.JdbcRevokedTokenDatabase;
import dev.usher.jdbc.JdbcTransactions;
import dev.usher.jdbc.JdbcUserDatabase;
import dev.usher.jdbc.JdbcUserListing;
import dev.usher.password.Passwords;
import dev.usher.spi.BulkInsert.Outcome;
import dev.usher.spi.OAuthAccount;
import dev.usher.spi.UserFilter;
import dev.usher.spi.UserPage;
import dev.usher.testkit.RecordingUserEvents;
import dev.usher.token.JwtStrategy;
import dev.usher.token.TokenStrategy;
import dev.usher.token.TokenSubject;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An arcade whose players have numbers, signed tokens, and coins in a table of the application's own. */
class LongIdApplicationTest {

    abstract static class Arcade {

        private static final Email ADA = Email.of("ada@arcade.example");

        private final HikariDataSource pool;
        private final UsherConfig config =
                UsherConfig.from(Map.of("usher.secret", "insert coin to continue, ten, nine"));
        private final Passwords passwords = Passwords.of(config.passwords(), config.secret());
        private final JdbcTransactions transactions;
        private final JdbcUserDatabase<Player, Long> users;
        private final JdbcOAuthAccountDatabase<Player, Long> accounts;
        private final JdbcUserListing<Player, Long> listing;
        private final JdbcBulkInsert<Player, Long> imports;
        private final UserManager<Player, Long> manager;
        private final AccessTokens<Player, Long> tokens;

        Arcade(Engine engine) {
            pool = engine.pool(3);
            transactions = new JdbcTransactions(pool);
            users = new JdbcUserDatabase<>(transactions, Player.TABLE);
            accounts = new JdbcOAuthAccountDatabase<>(transactions, Player.TABLE);
            listing = new JdbcUserListing<>(transactions, Player.TABLE);
            imports = new JdbcBulkInsert<>(transactions, Player.TABLE);
            UserServices services =
                    new UserServices(config, passwords, transactions, new RecordingUserEvents(), Clock.systemUTC());
            manager = new UserManager<>(users, services);
            tokens = new AccessTokens<>(
                    users, services, new JdbcRevokedTokenDatabase<>(transactions, Player.TABLE), null);
        }

        @BeforeEach
        void createTables() {
            Player.TABLE.createTables(pool);
        }

        @AfterEach
        void closePool() {
            pool.close();
        }

        private Player register(Email email) {
            return manager.register(email, "high score forever", player -> player.coins = new BigDecimal("2.50"));
        }

        @Test
        void registersPlayersAndLogsThemIn() {
            Player ada = register(ADA);
            TokenStrategy strategy = new JwtStrategy(config.jwt());
            String token = tokens.issue(ada, strategy, manager.tokenClaims(ada));
            TokenSubject subject = strategy.read(token).orElseThrow();

            assertThat(manager.login("ADA@arcade.example", "high score forever").id())
                    .isEqualTo(ada.id());
            assertThat(tokens.findUser(subject).orElseThrow().coins).isEqualTo("2.50");
            tokens.revoke(subject);
            assertThat(tokens.findUser(subject)).isEmpty();
            assertThatThrownBy(() -> register(ADA))
                    .isInstanceOfSatisfying(UsersException.class, e -> assertThat(e.code())
                            .isEqualTo(ErrorCode.REGISTER_USER_ALREADY_EXISTS));
        }

        @Test
        void keepsFieldsOfEveryType() {
            Player ada = register(ADA);
            ada.rank = Player.Rank.MASTER;
            ada.coins = new BigDecimal("9999999999.99");
            ada.settings = "{\"volume\": 11}";
            ada.birthday = LocalDate.of(1815, 12, 10);
            ada.lastSeen = Instant.parse("2026-11-20T12:00:00.123Z");
            ada.skill = 0.1;
            users.update(ada);

            assertThat(manager.get(ada.id())).usingRecursiveComparison().isEqualTo(ada);
        }

        @Test
        void editsInItsOwnTransactionBesideItsOwnTable() {
            transactions.withConnection(
                    connection -> connection.createStatement().execute("CREATE TABLE game (player bigint)"));
            Player ada = register(ADA);

            assertThatThrownBy(() -> transactions.inTransaction(() -> {
                        transactions.withConnection(connection -> {
                            try (PreparedStatement insert =
                                    connection.prepareStatement("INSERT INTO game VALUES (?)")) {
                                insert.setLong(1, ada.id());
                                return insert.executeUpdate();
                            }
                        });
                        ada.coins = BigDecimal.ONE;
                        users.update(ada);
                        throw new IllegalStateException("tilt");
                    }))
                    .hasMessage("tilt");

            assertThat(manager.get(ada.id()).coins).isEqualTo("2.50");
        }

        @Test
        void listsPlayersPageByPage() {
            for (String name : List.of("dora", "bob", "ada", "carl")) {
                register(Email.of(name + "@arcade.example"));
            }

            UserPage<Player> first = listing.list(UserFilter.ALL, new UserPage.Request(UserPage.Order.EMAIL, null, 3));
            UserPage<Player> rest =
                    listing.list(UserFilter.ALL, new UserPage.Request(UserPage.Order.EMAIL, first.next(), 3));

            assertThat(first.users())
                    .extracting(player -> player.email().value().charAt(0))
                    .containsExactly('a', 'b', 'c');
            assertThat(rest.users())
                    .extracting(player -> player.email().value().charAt(0))
                    .containsExactly('d');
            assertThat(rest.next()).isNull();
            assertThat(listing.count(new UserFilter(true, false, null, "b"))).isEqualTo(1);
        }

        @Test
        void linksAccounts() {
            Player ada = register(ADA);
            OAuthAccount account = new OAuthAccount("github", "1815", "ada@example.com", "sealed", null, null);

            assertThat(accounts.link(ada.id(), account)).isTrue();

            assertThat(accounts.findUser("github", "1815").orElseThrow().id()).isEqualTo(ada.id());
            assertThat(accounts.findAccounts(ada.id())).containsExactly(account);
        }

        @Test
        void importsPlayersWhoLogInWithTheirOldPasswords() {
            register(ADA);
            Player bob = imported("bob@arcade.example");
            Player ada = imported("ada@arcade.example");

            assertThat(imports.insertAll(List.of(bob, ada))).containsExactly(Outcome.INSERTED, Outcome.TAKEN);

            assertThat(manager.login("bob@arcade.example", "from the old arcade")
                            .id())
                    .isEqualTo(bob.id());
        }

        private Player imported(String email) {
            Player player = new Player();
            player.email(Email.of(email));
            player.hashedPassword(passwords.hash("from the old arcade"));
            return player;
        }
    }

    @Nested
    class OnSqlite extends Arcade {
        OnSqlite(@TempDir Path folder) {
            super(Engine.sqlite(folder));
        }
    }

    @Nested
    class OnPostgres extends Arcade {
        OnPostgres() {
            super(Engine.postgres());
        }
    }
}
