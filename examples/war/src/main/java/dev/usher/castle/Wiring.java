package dev.usher.castle;

import dev.usher.UserDatabase;
import dev.usher.UsherConfig;
import dev.usher.jpa.EntityManagers;
import dev.usher.jpa.JpaAccessTokenDatabase;
import dev.usher.jpa.JpaRevokedTokenDatabase;
import dev.usher.jpa.JpaUserDatabase;
import dev.usher.jpa.JpaUserListing;
import dev.usher.rest.AuthenticationBackend;
import dev.usher.rest.AuthenticationBackends;
import dev.usher.rest.BearerTransport;
import dev.usher.rest.CookieTransport;
import dev.usher.spi.AccessTokenDatabase;
import dev.usher.spi.RevokedTokenDatabase;
import dev.usher.spi.UserListing;
import dev.usher.token.JwtStrategy;
import dev.usher.token.OpaqueStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What this application gives to Usher: where its users lie, and how they sign in. */
@ApplicationScoped
public class Wiring {

    @Produces
    @Singleton
    UserDatabase<Member, UUID> users(EntityManagers entityManagers) {
        return new JpaUserDatabase<>(entityManagers, Member.class);
    }

    @Produces
    @Singleton
    RevokedTokenDatabase<Member, UUID> revokedTokens(EntityManagers entityManagers) {
        return new JpaRevokedTokenDatabase<>(entityManagers, Member.class, RevokedToken.class);
    }

    @Produces
    @Singleton
    AccessTokenDatabase<Member, UUID> accessTokens(EntityManagers entityManagers) {
        return new JpaAccessTokenDatabase<>(entityManagers, Member.class, AccessToken.class);
    }

    @Produces
    @Singleton
    UserListing<Member> listing(EntityManagers entityManagers) {
        return new JpaUserListing<>(entityManagers, Member.class);
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
