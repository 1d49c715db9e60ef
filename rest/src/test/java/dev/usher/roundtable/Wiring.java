package dev.usher.roundtable;

import dev.usher.CookieSettings;
import dev.usher.CookieSettings.SameSite;
import dev.usher.UserDatabase;
import dev.usher.UserEvents;
import dev.usher.UserServices;
import dev.usher.UsherConfig;
import dev.usher.oauth.OAuthProviders;
import dev.usher.password.BcryptHasher;
import dev.usher.password.Passwords;
import dev.usher.rest.AuthenticationBackend;
import dev.usher.rest.AuthenticationBackends;
import dev.usher.rest.BearerTransport;
import dev.usher.rest.CookieTransport;
import dev.usher.spi.AccessTokenDatabase;
import dev.usher.spi.OAuthAccountDatabase;
import dev.usher.spi.RevokedTokenDatabase;
import dev.usher.spi.Transactions;
import dev.usher.spi.UserListing;
import dev.usher.testkit.InMemoryAccessTokens;
import dev.usher.testkit.InMemoryOAuthAccounts;
import dev.usher.testkit.InMemoryRevokedTokens;
import dev.usher.testkit.InMemoryTransactions;
import dev.usher.testkit.InMemoryUserDatabase;
import dev.usher.testkit.InMemoryUserListing;
import dev.usher.testkit.Knight;
import dev.usher.token.JwtSettings;
import dev.usher.token.JwtStrategy;
import dev.usher.token.OpaqueStrategy;
import dev.usher.token.TokenStrategy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What the application gives to Usher. */
@ApplicationScoped
@Priority(1)
public class Wiring {

    private static final CookieSettings SIGNED = new CookieSettings("signed", "/", null, true, SameSite.STRICT);
    private static final int CHEAPEST = 4;

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryUserDatabase<Knight, UUID> users = Knight.users(transactions);

    @Produces
    @Singleton
    Transactions transactions() {
        return transactions;
    }

    @Produces
    @ApplicationScoped
    UserDatabase<Knight, UUID> users() {
        return users;
    }

    @Produces
    @ApplicationScoped
    RevokedTokenDatabase<Knight, UUID> revokedTokens() {
        return new InMemoryRevokedTokens<>(transactions, users);
    }

    @Produces
    @ApplicationScoped
    AccessTokenDatabase<Knight, UUID> accessTokens() {
        return new InMemoryAccessTokens<>(transactions, users);
    }

    @Produces
    @ApplicationScoped
    OAuthAccountDatabase<Knight, UUID> accounts() {
        return new InMemoryOAuthAccounts<>(transactions, users);
    }

    @Produces
    @ApplicationScoped
    OAuthProviders providers() {
        return OAuthProviders.of(new Avalon("avalon"), new Avalon("tintagel"));
    }

    @Produces
    @ApplicationScoped
    UserListing<Knight> listing() {
        return new InMemoryUserListing<>(users);
    }

    /** Usher's own, but for hashes that are made in no time. */
    @Produces
    @Singleton
    @Alternative
    UserServices services(UsherConfig config, UserEvents events, OAuthAccountDatabase<Knight, UUID> accounts) {
        Passwords cheap = new Passwords(List.of(new BcryptHasher(CHEAPEST)), config.passwords(), config.secret());
        return new UserServices(config, cheap, transactions, events, Clock.systemUTC(), accounts);
    }

    /** Each transport with each strategy; one of them only for those who know of it. */
    @Produces
    @ApplicationScoped
    AuthenticationBackends backends(UsherConfig config) {
        JwtSettings settings = config.jwt();
        TokenStrategy jwt = new JwtStrategy(settings);
        TokenStrategy opaque = new OpaqueStrategy(config.opaqueLifetime());
        TokenStrategy secret =
                new JwtStrategy(new JwtSettings(config.secret(), settings.lifetime(), List.of("round-table:secret")));
        return AuthenticationBackends.of(
                        AuthenticationBackend.of("jwt", new BearerTransport(), jwt),
                        AuthenticationBackend.of("opaque", new BearerTransport(), opaque),
                        AuthenticationBackend.of("cookie", new CookieTransport(config.cookie()), opaque),
                        AuthenticationBackend.of("signed-cookie", new CookieTransport(SIGNED), jwt),
                        AuthenticationBackend.of("secret", new BearerTransport(), secret))
                .enabledWhen((backend, request) ->
                        !backend.name().equals("secret") || request.getHeaderString("X-Secret") != null);
    }
}
