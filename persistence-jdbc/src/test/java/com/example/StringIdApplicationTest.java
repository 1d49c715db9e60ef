package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.BaseUser;
import dev.usher.Email;
import dev.usher.ErrorCode;
import dev.usher.UserManager;
import dev.usher.UserServices;
import dev.usher.UsersException;
import dev.usher.UsherConfig;
import dev.usher.jdbc.Engine;
import dev.usher.jdbc.JdbcAccessTokenDatabase;
import dev.usher.jdbc.JdbcBulkInsert;
import dev.usher.jdbc.JdbcOAuthAccountDatabase;
import dev.usher.jdbc.JdbcTransactions;
import dev.usher.jdbc.JdbcUserDatabase;
import dev.usher.jdbc.JdbcUserListing;
import dev.usher.jdbc.UserTable;
import dev.usher.password.Passwords;
import dev.usher.schema.BaseColumn;
import dev.usher.schema.ColumnType;
import dev.usher.schema.IdType;
import dev.usher.spi.AccessToken;
import dev.usher.spi.BulkInsert.Outcome;
import dev.usher.spi.OAuthAccount;
import dev.usher.spi.UserFilter;
import dev.usher.spi.UserPage;
import dev.usher.testkit.RecordingUserEvents;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lending library whose readers are known by their cards and log in with the number on it; tokens are opaque. */
class StringIdApplicationTest {

    static final class Reader extends BaseUser<String> {
        String name = "";
    }

    /** Readers sign in by card. */
    static final class Readers extends UserManager<Reader, String> {

        private final JdbcUserDatabase<Reader, String> users;

        Readers(JdbcUserDatabase<Reader, String> users, UserServices services) {
            super(users, services);
            this.users = users;
        }

        @Override
        protected Optional<Reader> findByLogin(String login) {
            return users.parseId(login).flatMap(users::findById);
        }
    }

    abstract static class Library {

        private static final UserTable<Reader, String> TABLE = UserTable.of("reader", IdType.STRING, Reader::new)
                .rename(BaseColumn.ID, "card")
                .column("name", ColumnType.text(200), reader -> reader.name, (reader, name) -> reader.name = name);
        private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
        private static final String DIGEST = "0f".repeat(32);

        private final HikariDataSource pool;
        private final UsherConfig config =
                UsherConfig.from(Map.of("usher.secret", "silence please, people are reading"));
        private final Passwords passwords = Passwords.of(config.passwords(), config.secret());
        private final JdbcUserDatabase<Reader, String> users;
        private final JdbcAccessTokenDatabase<Reader, String> tokens;
        private final JdbcOAuthAccountDatabase<Reader, String> accounts;
        private final JdbcUserListing<Reader, String> listing;
        private final JdbcBulkInsert<Reader, String> imports;
        private final Readers readers;

        Library(Engine engine) {
            pool = engine.pool(3);
            JdbcTransactions transactions = new JdbcTransactions(pool);
            users = new JdbcUserDatabase<>(transactions, TABLE);
            tokens = new JdbcAccessTokenDatabase<>(transactions, TABLE);
            accounts = new JdbcOAuthAccountDatabase<>(transactions, TABLE);
            listing = new JdbcUserListing<>(transactions, TABLE);
            imports = new JdbcBulkInsert<>(transactions, TABLE);
            readers = new Readers(
                    users,
                    new UserServices(config, passwords, transactions, new RecordingUserEvents(), Clock.systemUTC()));
        }

        @BeforeEach
        void createTables() {
            TABLE.createTables(pool);
        }

        @AfterEach
        void closePool() {
            pool.close();
        }

        private Reader register(String card, String email) {
            return readers.register(Email.of(email), "once upon a time", reader -> {
                reader.id(card);
                reader.name = "Jorge of " + card;
            });
        }

        @Test
        void registersReadersAndLogsThemInByCard() {
            register("B-17/é", "jorge@library.example");

            assertThat(readers.login("B-17/é", "once upon a time").name).isEqualTo("Jorge of B-17/é");
            assertThatThrownBy(() -> readers.login("b-17/é", "once upon a time"))
                    .isInstanceOf(UsersException.class);
            assertThatThrownBy(() -> register("B-17/é", "burgos@library.example"))
                    .isInstanceOfSatisfying(UsersException.class, e -> assertThat(e.code())
                            .isEqualTo(ErrorCode.REGISTER_USER_ALREADY_EXISTS));
        }

        @Test
        void findsReadersByTheirTokensUntilTheyAreGone() {
            Reader jorge = register("B-17", "jorge@library.example");
            tokens.insert(new AccessToken<>(DIGEST, jorge.id(), jorge.tokenVersion(), NOON, NOON.plusSeconds(60)));

            assertThat(tokens.findUser(DIGEST, NOON).orElseThrow().name).isEqualTo("Jorge of B-17");
            assertThat(tokens.findUser(DIGEST, NOON.plusSeconds(60))).isEmpty();
            users.delete("B-17");
            assertThat(tokens.findUser(DIGEST, NOON)).isEmpty();
            register("B-17", "jorge@library.example");
            assertThat(tokens.findUser(DIGEST, NOON)).isEmpty();
        }

        @Test
        void listsReadersInTheOrderOfTheirCards() {
            for (String card : List.of("b", "é", "B", "a", "\uD83D\uDE00", "\uFFFC")) {
                register(card, "reader" + (int) card.charAt(0) + "@library.example");
            }

            UserPage<Reader> first = listing.list(UserFilter.ALL, new UserPage.Request(UserPage.Order.ID, null, 4));
            UserPage<Reader> rest =
                    listing.list(UserFilter.ALL, new UserPage.Request(UserPage.Order.ID, first.next(), 4));

            assertThat(first.users()).extracting(Reader::id).containsExactly("B", "a", "b", "é");
            assertThat(rest.users()).extracting(Reader::id).containsExactly("\uFFFC", "\uD83D\uDE00");
        }

        @Test
        void linksAccounts() {
            Reader jorge = register("B-17", "jorge@library.example");
            OAuthAccount account = new OAuthAccount("google", "1", "j@example.com", "sealed", "too", NOON);

            assertThat(accounts.link(jorge.id(), account)).isTrue();
            assertThat(accounts.link("nobody's", new OAuthAccount("google", "2", "", "", null, null)))
                    .isFalse();

            assertThat(accounts.findUser("google", "1").orElseThrow().id()).isEqualTo("B-17");
        }

        @Test
        void importsReaders() {
            register("B-17", "jorge@library.example");
            Reader adso = imported("A-1", "adso@library.example");
            Reader impostor = imported("B-17", "impostor@library.example");

            assertThat(imports.insertAll(List.of(adso, impostor))).containsExactly(Outcome.INSERTED, Outcome.TAKEN);

            assertThat(readers.login("A-1", "in the old catalogue").name).isEqualTo("Adso");
        }

        private Reader imported(String card, String email) {
            Reader reader = new Reader();
            reader.id(card);
            reader.name = "Adso";
            reader.email(Email.of(email));
            reader.hashedPassword(passwords.hash("in the old catalogue"));
            return reader;
        }
    }

    @Nested
    class OnSqlite extends Library {
        OnSqlite(@TempDir Path folder) {
            super(Engine.sqlite(folder));
        }
    }

    @Nested
    class OnPostgres extends Library {
        OnPostgres() {
            super(Engine.postgres());
        }
    }
}
