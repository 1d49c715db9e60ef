package dev.usher.castle;

import dev.usher.UserDatabase;
import dev.usher.UsherConfig;
import dev.usher.jpa.EntityManagers;
import dev.usher.jpa.JpaRevokedTokenDatabase;
import dev.usher.jpa.JpaUserDatabase;
import dev.usher.rest.AuthenticationBackend;
import dev.usher.rest.AuthenticationBackends;
import dev.usher.rest.BearerTransport;
import dev.usher.spi.RevokedTokenDatabase;
import dev.usher.token.JwtStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.UUID;

/** What this application gives to Usher: where its users lie, and how they sign in. */
@ApplicationScoped
public class Wiring {

    @Produces
    @ApplicationScoped
    UserDatabase<Member, UUID> users(EntityManagers entityManagers) {
        return new JpaUserDatabase<>(entityManagers, Member.class);
    }

    @Produces
    @ApplicationScoped
    RevokedTokenDatabase<Member, UUID> revokedTokens(EntityManagers entityManagers) {
        return new JpaRevokedTokenDatabase<>(entityManagers, Member.class, RevokedToken.class);
    }

    @Produces
    @ApplicationScoped
    AuthenticationBackends backends(UsherConfig config) {
        return AuthenticationBackends.of(
                AuthenticationBackend.of("jwt", new BearerTransport(), new JwtStrategy(config.jwt())));
    }
}
