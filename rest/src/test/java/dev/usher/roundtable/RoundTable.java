package dev.usher.roundtable;

import dev.usher.UserDatabase;
import dev.usher.UserEvent;
import dev.usher.UserManager;
import dev.usher.UsherConfig;
import dev.usher.rest.AuthenticationBackend;
import dev.usher.rest.AuthenticationBackends;
import dev.usher.rest.BearerTransport;
import dev.usher.rest.LoginResource;
import dev.usher.rest.RegisterResource;
import dev.usher.rest.UserCreate;
import dev.usher.rest.UserRead;
import dev.usher.rest.UsersResource;
import dev.usher.rest.wiring.UsherFeature;
import dev.usher.spi.RevokedTokenDatabase;
import dev.usher.spi.Transactions;
import dev.usher.testkit.InMemoryRevokedTokens;
import dev.usher.testkit.InMemoryTransactions;
import dev.usher.testkit.Knight;
import dev.usher.token.JwtStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The application: what it names, and what it gives to Usher. */
public class RoundTable extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(UsherFeature.class, Login.class, Register.class, Users.class, Halls.class, Towers.class);
    }

    @Path("auth")
    public static class Login extends LoginResource<Knight> {}

    @Path("auth")
    public static class Register extends RegisterResource<Knight, UserCreate<Knight>, UserRead<Knight>> {}

    /** Overrides an endpoint without repeating its annotations: it must stay guarded. */
    @Path("users")
    public static class Users extends UsersResource<Knight, UserRead<Knight>> {
        @Override
        public Response me() {
            return super.me();
        }
    }

    @ApplicationScoped
    public static class Knights extends UserManager<Knight, UUID> {}

    /** Hears what happens. */
    @ApplicationScoped
    public static class Herald {

        private final BlockingQueue<UserEvent> heard = new LinkedBlockingQueue<>();

        void hear(@Observes UserEvent.Registering event) {
            if (event.user().email().value().startsWith("mordred")) {
                throw new dev.usher.UsersException(
                        dev.usher.ErrorCode.REGISTER_INVALID_PASSWORD, "you are not welcome here");
            }
        }

        void hear(@Observes UserEvent.Registered event) {
            heard.add(event);
            throw new IllegalStateException("the herald is ill");
        }

        void hearLater(@ObservesAsync UserEvent.PasswordForgotten event) {
            heard.add(event);
            throw new IllegalStateException("cannot carry " + event.token());
        }

        public BlockingQueue<UserEvent> heard() {
            return heard;
        }
    }

    @ApplicationScoped
    public static class Wiring {

        private final InMemoryTransactions transactions = new InMemoryTransactions();
        private final UserDatabase<Knight, UUID> users = Knight.users(transactions);

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
        AuthenticationBackends backends(UsherConfig config) {
            return AuthenticationBackends.of(
                    AuthenticationBackend.of("jwt", new BearerTransport(), new JwtStrategy(config.jwt())));
        }
    }
}
