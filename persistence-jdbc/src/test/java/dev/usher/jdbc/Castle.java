package dev.usher.jdbc;

import dev.usher.Email;
import dev.usher.UserEvent;
import dev.usher.UserManager;
import dev.usher.UserServices;
import dev.usher.UsherConfig;
import dev.usher.password.Passwords;
import dev.usher.spi.AccessToken;
import dev.usher.spi.OAuthAccount;
import dev.usher.testkit.MutableClock;
import dev.usher.testkit.RecordingUserEvents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Everything an application has on one data source. Times and hashes are the same each time. */
final class Castle<ID> {

    static final Email ARTHUR = Email.of("arthur@camelot.bt");
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final String DIGEST = "a1".repeat(32);

    private static final UsherConfig CONFIG =
            UsherConfig.from(Map.of("usher.secret", "the sword in the stone is mine to draw"));
    private static final Passwords PASSWORDS =
            new Passwords(List.of(new PlainHasher()), CONFIG.passwords(), CONFIG.secret());

    final JdbcTransactions transactions;
    final JdbcUserDatabase<Knight<ID>, ID> users;
    final JdbcRevokedTokenDatabase<Knight<ID>, ID> revokedTokens;
    final JdbcOAuthAccountDatabase<Knight<ID>, ID> accounts;
    final JdbcAccessTokenDatabase<Knight<ID>, ID> tokens;
    final JdbcBulkInsert<Knight<ID>, ID> bulkInsert;
    final UserManager<Knight<ID>, ID> manager;
    private final RecordingUserEvents events = new RecordingUserEvents();

    Castle(DataSource dataSource, UserTable<Knight<ID>, ID> table) {
        transactions = new JdbcTransactions(dataSource);
        users = new JdbcUserDatabase<>(transactions, table);
        revokedTokens = new JdbcRevokedTokenDatabase<>(transactions, table);
        accounts = new JdbcOAuthAccountDatabase<>(transactions, table);
        tokens = new JdbcAccessTokenDatabase<>(transactions, table);
        bulkInsert = new JdbcBulkInsert<>(transactions, table);
        manager = new UserManager<>(
                users, new UserServices(CONFIG, PASSWORDS, transactions, events, MutableClock.at(NOON)));
    }

    /** Arthur, with an outdated hash, an account and a token, and a token that has expired. */
    void furnish() {
        transactions.inTransaction(() -> {
            Knight<ID> arthur = Knight.named("arthur");
            arthur.hashedPassword(PlainHasher.OUTDATED + "guinevere");
            users.insert(arthur);
            accounts.link(arthur.id(), account("round"));
            tokens.insert(new AccessToken<>(DIGEST, arthur.id(), 7, NOON, NOON.plusSeconds(60)));
            revokedTokens.revoke("spent", NOON);
            return true;
        });
    }

    Knight<ID> arthur() {
        return users.findByEmail(ARTHUR).orElseThrow();
    }

    static OAuthAccount account(String id) {
        return new OAuthAccount("table", id, "arthur@example.com", "sealed", null, NOON);
    }

    String verifyToken() {
        manager.requestVerify(ARTHUR);
        return events.of(UserEvent.VerificationRequested.class).get(0).token();
    }

    String resetToken() {
        manager.forgotPassword(ARTHUR);
        return events.of(UserEvent.PasswordForgotten.class).get(0).token();
    }
}
