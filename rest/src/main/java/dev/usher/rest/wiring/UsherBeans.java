package dev.usher.rest.wiring;

import dev.usher.AccessTokens;
import dev.usher.LinkedAccounts;
import dev.usher.User;
import dev.usher.UserDatabase;
import dev.usher.UserEvent;
import dev.usher.UserEvents;
import dev.usher.UserManager;
import dev.usher.UserServices;
import dev.usher.UsherConfig;
import dev.usher.oauth.OAuthProviders;
import dev.usher.password.Passwords;
import dev.usher.rest.ApplicationParts;
import dev.usher.rest.AuthenticationBackends;
import dev.usher.rest.CurrentUser;
import dev.usher.rest.Messages;
import dev.usher.rest.RequestState;
import dev.usher.rest.UsherRuntime;
import dev.usher.rest.json.JsonFormat;
import dev.usher.spi.AccessTokenDatabase;
import dev.usher.spi.OAuthAccountDatabase;
import dev.usher.spi.RevokedTokenDatabase;
import dev.usher.spi.Transactions;
import dev.usher.spi.UserListing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every bean that Usher brings. The application brings its {@code UserManager}, its {@code UserDatabase}, its
 * {@code Transactions} and its {@code AuthenticationBackends}; for signed tokens a {@code RevokedTokenDatabase}, for opaque
 * ones an {@code AccessTokenDatabase}; for a list of its users a {@code UserListing}; and for signing in at providers
 * {@code OAuthProviders}, an {@code OAuthAccountDatabase} and a {@code RevokedTokenDatabase}.
 * In a server the {@code Transactions} are {@link JtaTransactions}, which the application has to ask for.
 */
@ApplicationScoped
public class UsherBeans {

    private volatile @Nullable CdiUserEvents events;

    @Produces
    @Singleton
    UsherConfig config() {
        return UsherConfig.from(Settings.current());
    }

    @Produces
    @Singleton
    UserServices services(
            UsherConfig config,
            Transactions transactions,
            UserEvents events,
            Instance<OAuthAccountDatabase<?, ?>> accounts) {
        Passwords passwords = Passwords.of(config.passwords(), config.secret());
        return new UserServices(config, passwords, transactions, events, Clock.systemUTC(), orNull(accounts));
    }

    @Produces
    @ApplicationScoped
    UserEvents events(Event<UserEvent> event) {
        CdiUserEvents made = new CdiUserEvents(event);
        events = made;
        return made;
    }

    /** Lets what waits be told while the observers are still there. */
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object end) {
        CdiUserEvents made = events;
        if (made != null) {
            made.close();
        }
    }

    @Produces
    @RequestScoped
    RequestState requestState() {
        return new RequestState();
    }

    /** To be injected as {@code AccessTokens<?, ?>}: containers differ in whether its bounds fit a type that is named. */
    @Produces
    @SuppressWarnings("unchecked")
    <U extends User<ID>, ID> AccessTokens<U, ID> accessTokens(
            UserServices services,
            Instance<UserDatabase<?, ?>> users,
            Instance<RevokedTokenDatabase<?, ?>> revoked,
            Instance<AccessTokenDatabase<?, ?>> stored) {
        return new AccessTokens<>(
                (UserDatabase<U, ID>) users.get(),
                services,
                (RevokedTokenDatabase<U, ID>) orNull(revoked),
                (AccessTokenDatabase<U, ID>) orNull(stored));
    }

    /** To be injected as {@code LinkedAccounts<?, ?>}, for the same reason. */
    @Produces
    @SuppressWarnings("unchecked")
    <U extends User<ID>, ID> LinkedAccounts<U, ID> linkedAccounts(
            UserServices services,
            Instance<UserManager<?, ?>> managers,
            Instance<UserDatabase<?, ?>> users,
            Instance<OAuthAccountDatabase<?, ?>> accounts,
            Instance<RevokedTokenDatabase<?, ?>> spentStates) {
        return new LinkedAccounts<>(
                (UserManager<U, ID>) theManager(managers),
                (UserDatabase<U, ID>) users.get(),
                (OAuthAccountDatabase<U, ID>) accounts.get(),
                (RevokedTokenDatabase<U, ID>) spentStates.get(),
                services);
    }

    private static <T> @Nullable T orNull(Instance<T> beans) {
        return beans.isUnsatisfied() ? null : beans.get();
    }

    @Produces
    @Singleton
    ApplicationParts application(
            Instance<UserManager<?, ?>> managers,
            Instance<AccessTokens<?, ?>> tokens,
            Instance<AuthenticationBackends> backends,
            Instance<UserListing<?>> listing,
            Instance<OAuthProviders> providers,
            Instance<LinkedAccounts<?, ?>> linked,
            Instance<OAuthAccountDatabase<?, ?>> accounts,
            Instance<RevokedTokenDatabase<?, ?>> spentStates) {
        boolean linkable = !accounts.isUnsatisfied() && !spentStates.isUnsatisfied();
        return new ApplicationParts(
                theManager(managers),
                tokens.get(),
                backends.get(),
                orNull(listing),
                orNull(providers),
                linkable ? linked.get() : null);
    }

    @Produces
    @Singleton
    UsherRuntime runtime(
            ApplicationParts application,
            UsherConfig config,
            Instance<ValidatorFactory> validation,
            RequestState state) {
        ValidatorFactory factory =
                validation.isResolvable() ? validation.get() : Validation.buildDefaultValidatorFactory();
        Validator validator = factory.usingContext()
                .messageInterpolator(Messages.interpolator(factory.getMessageInterpolator(), state::locale))
                .getValidator();
        return new UsherRuntime(application, config, new JsonFormat(validator), state);
    }

    private static UserManager<?, ?> theManager(Instance<UserManager<?, ?>> managers) {
        if (!managers.isResolvable()) {
            throw new IllegalStateException("Usher needs exactly one bean that extends UserManager, e.g."
                    + " @ApplicationScoped class Members extends UserManager<Member, UUID>; "
                    + (managers.isUnsatisfied() ? "there is none" : "there are several"));
        }
        return managers.get();
    }

    @Produces
    <U extends User<?>> CurrentUser<U> currentUser(UsherRuntime runtime) {
        return new RequestUser<>(runtime);
    }

    private record RequestUser<U extends User<?>>(UsherRuntime runtime) implements CurrentUser<U> {
        @Override
        @SuppressWarnings("unchecked") // an application has one manager, and names its user type where it injects
        public Optional<U> find() {
            return (Optional<U>) runtime.currentUser();
        }
    }
}
