package dev.usher.testkit;

import dev.usher.Email;
import dev.usher.LinkedAccounts;
import dev.usher.User;
import dev.usher.UserEvent;
import dev.usher.UserManager;
import dev.usher.UserServices;
import dev.usher.UsherConfig;
import dev.usher.oauth.OAuthFlow;
import dev.usher.oauth.OAuthReturn;
import dev.usher.oauth.OAuthVisit;
import dev.usher.password.Passwords;
import dev.usher.spi.AccessToken;
import dev.usher.spi.OAuthAccount;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a {@link FaultSweepContract} asks, and whom it asks. Times and hashes are the same each time. */
final class Castle<U extends User<ID>, ID> {

    static final Email ARTHUR = Camelot.ARTHUR.email();
    static final Instant NOON = Camelot.FOUNDED;
    static final String DIGEST = "a1".repeat(32);

    private static final UsherConfig CONFIG =
            UsherConfig.from(Map.of("usher.secret", "the sword in the stone is mine to draw"));
    private static final Passwords PASSWORDS =
            new Passwords(List.of(new PlainHasher()), CONFIG.passwords(), CONFIG.secret());

    final SqlAdapters<U, ID> adapters;
    final UserManager<U, ID> manager;
    private final LinkedAccounts<U, ID> linked;
    private final RecordingUserEvents events = new RecordingUserEvents();

    Castle(SqlAdapters<U, ID> adapters) {
        this.adapters = adapters;
        UserServices services =
                new UserServices(CONFIG, PASSWORDS, adapters.transactions(), events, MutableClock.at(NOON));
        this.manager = new UserManager<>(adapters.users(), services);
        this.linked = new LinkedAccounts<>(
                manager,
                adapters.users(),
                adapters.accounts(),
                new InMemoryRevokedTokens<>(new InMemoryTransactions(), adapters.users()),
                services);
    }

    /** Arthur, with an outdated hash, an account and a token, and a token that has expired. */
    void furnish(U arthur) {
        arthur.hashedPassword(PlainHasher.OUTDATED + Camelot.ARTHUR.password());
        adapters.transactions().inTransaction(() -> {
            adapters.users().insert(arthur);
            adapters.accounts().link(arthur.id(), account("round"));
            adapters.tokens().insert(token(DIGEST, arthur));
            adapters.revokedTokens().revoke("spent", NOON);
            return true;
        });
    }

    U arthur() {
        return adapters.users().findByEmail(ARTHUR).orElseThrow();
    }

    AccessToken<ID> token(String digest, U user) {
        return new AccessToken<>(digest, user.id(), user.tokenVersion(), NOON, NOON.plusSeconds(60));
    }

    static OAuthAccount account(String id) {
        return new OAuthAccount("table", id, "arthur@example.com", "sealed", null, NOON);
    }

    boolean isLinked(String id) {
        return adapters.accounts().findUser("table", id).isPresent();
    }

    /** Galahad signs in at a provider, in a visit of his own each time. */
    void signInAtAProvider() {
        Grail grail = new Grail();
        OAuthVisit visit = new OAuthVisit(grail.name(), Grail.CALLBACK, OAuthFlow.newBrowserKey(), null);
        String state = linked.begin(grail, visit, List.of()).getQuery();
        linked.signIn(grail, visit, new OAuthReturn(state, "code"));
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
