package dev.usher.roundtable;

import dev.usher.CookieSettings;
import dev.usher.CookieSettings.SameSite;
import dev.usher.UserDatabase;
import dev.usher.UserEvent;
import dev.usher.UserManager;
import dev.usher.UsherConfig;
import dev.usher.rest.AdminUpdate;
import dev.usher.rest.AuthenticationBackend;
import dev.usher.rest.AuthenticationBackends;
import dev.usher.rest.BearerTransport;
import dev.usher.rest.CookieTransport;
import dev.usher.rest.DeleteAccountResource;
import dev.usher.rest.LoginResource;
import dev.usher.rest.RegisterResource;
import dev.usher.rest.UserCreate;
import dev.usher.rest.UserListResource;
import dev.usher.rest.UserRead;
import dev.usher.rest.UserUpdate;
import dev.usher.rest.UsersResource;
import dev.usher.rest.json.NotNullIfSent;
import dev.usher.rest.wiring.UsherFeature;
import dev.usher.spi.AccessTokenDatabase;
import dev.usher.spi.RevokedTokenDatabase;
import dev.usher.spi.Transactions;
import dev.usher.spi.UserListing;
import dev.usher.testkit.InMemoryAccessTokens;
import dev.usher.testkit.InMemoryRevokedTokens;
import dev.usher.testkit.InMemoryTransactions;
import dev.usher.testkit.InMemoryUserDatabase;
import dev.usher.testkit.InMemoryUserListing;
import dev.usher.testkit.Knight;
import dev.usher.token.JwtStrategy;
import dev.usher.token.OpaqueStrategy;
import dev.usher.token.TokenStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** The application: what it names, and what it gives to Usher. */
public class RoundTable extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                UsherFeature.class,
                Login.class,
                Register.class,
                Users.class,
                Roll.class,
                Leave.class,
                Halls.class,
                Towers.class,
                Vault.class);
    }

    @Path("auth")
    public static class Login extends LoginResource<Knight> {}

    @Path("auth")
    public static class Register extends RegisterResource<Knight, UserCreate<Knight>, KnightRead> {}

    /** Overrides an endpoint without repeating its annotations: it must stay guarded. */
    @Path("users")
    public static class Users extends UsersResource<Knight, KnightUpdate, KnightAdminUpdate, KnightRead> {
        @Override
        public Response me() {
            return super.me();
        }

        @Override
        public Response delete(String id) {
            return super.delete(id);
        }
    }

    @Path("users")
    public static class Roll extends UserListResource<Knight, KnightRead> {}

    @Path("users")
    public static class Leave extends DeleteAccountResource<Knight> {}

    /** What a knight may change about himself. */
    public static class KnightUpdate extends UserUpdate<Knight> {
        @Size(max = 20) public @Nullable String shield;

        @Override
        public void applyTo(Knight knight) {
            if (sent("shield")) {
                knight.shield = shield == null ? "" : shield;
            }
        }
    }

    /** What only a superuser may change: the favour of the court, which is painted on the shield. */
    public static class KnightAdminUpdate extends AdminUpdate<Knight> {
        @NotNullIfSent
        public @Nullable Boolean favoured;

        @Override
        public void applyTo(Knight knight) {
            if (sent("favoured")) {
                knight.shield += Boolean.TRUE.equals(favoured) ? " (favoured)" : " (in disgrace)";
            }
        }
    }

    /** What a client sees of a knight. */
    public static class KnightRead extends UserRead<Knight> {
        public String shield = "";

        @Override
        public void readFrom(Knight knight) {
            super.readFrom(knight);
            shield = knight.shield;
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
        UserListing<Knight> listing() {
            return new InMemoryUserListing<>(users);
        }

        /** Each transport with each strategy; one of them only for those who know of it. */
        @Produces
        @ApplicationScoped
        AuthenticationBackends backends(UsherConfig config) {
            TokenStrategy jwt = new JwtStrategy(config.jwt());
            TokenStrategy opaque = new OpaqueStrategy(config.opaqueLifetime());
            return AuthenticationBackends.of(
                            AuthenticationBackend.of("jwt", new BearerTransport(), jwt),
                            AuthenticationBackend.of("opaque", new BearerTransport(), opaque),
                            AuthenticationBackend.of("cookie", new CookieTransport(config.cookie()), opaque),
                            AuthenticationBackend.of("signed-cookie", new CookieTransport(SIGNED), jwt),
                            AuthenticationBackend.of("secret", new BearerTransport(), opaque))
                    .enabledWhen((backend, request) ->
                            !backend.name().equals("secret") || request.getHeaderString("X-Secret") != null);
        }
    }

    private static final CookieSettings SIGNED = new CookieSettings("signed", "/", null, true, SameSite.STRICT);
}
