package dev.usher.rest.wiring;

import dev.usher.User;
import dev.usher.UserEvent;
import dev.usher.UserEvents;
import dev.usher.UserManager;
import dev.usher.UserServices;
import dev.usher.UsherConfig;
import dev.usher.password.Passwords;
import dev.usher.rest.AuthenticationBackends;
import dev.usher.rest.CurrentUser;
import dev.usher.rest.RequestState;
import dev.usher.rest.UsherRuntime;
import dev.usher.rest.json.JsonFormat;
import dev.usher.spi.Transactions;
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
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every bean that Usher brings. The application brings its {@code UserManager}, its {@code UserDatabase}, its
 * {@code RevokedTokenDatabase}, its {@code Transactions} and its {@code AuthenticationBackends}.
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
    UserServices services(UsherConfig config, Transactions transactions, UserEvents events) {
        Passwords passwords = Passwords.of(config.passwords(), config.secret());
        return new UserServices(config, passwords, transactions, events, Clock.systemUTC());
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

    @Produces
    @Singleton
    UsherRuntime runtime(
            Instance<UserManager<?, ?>> managers,
            AuthenticationBackends backends,
            Instance<Validator> validators,
            RequestState state,
            UserServices services) {
        return new UsherRuntime(
                theManager(managers),
                backends,
                new JsonFormat(validator(validators)),
                state,
                services.config().requireVerification());
    }

    private static UserManager<?, ?> theManager(Instance<UserManager<?, ?>> managers) {
        if (!managers.isResolvable()) {
            throw new IllegalStateException("Usher needs exactly one bean that extends UserManager, e.g."
                    + " @ApplicationScoped class Members extends UserManager<Member, UUID>; "
                    + (managers.isUnsatisfied() ? "there is none" : "there are several"));
        }
        return managers.get();
    }

    private static Validator validator(Instance<Validator> validators) {
        return validators.isResolvable()
                ? validators.get()
                : Validation.buildDefaultValidatorFactory().getValidator();
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
