package dev.usher.rest;

import dev.usher.User;
import dev.usher.UserManager;
import dev.usher.rest.json.BodyType;
import dev.usher.rest.json.JsonFormat;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the endpoints and filters of one application share. Made once by the wiring; not for applications. */
public final class UsherRuntime {

    private final UserManager<?, ?> users;
    private final AuthenticationBackends backends;
    private final boolean requiresVerification;
    private final RequestState state;
    private final JsonFormat json;
    private final Responses responses;
    private final Authenticator authenticator;
    private final Map<Class<?>, BodyType<?>> bodyTypes = new ConcurrentHashMap<>();

    /**
     * Brings the parts together.
     *
     * @param state stands for the state of the calling thread's request
     */
    public UsherRuntime(
            UserManager<?, ?> users,
            AuthenticationBackends backends,
            JsonFormat json,
            RequestState state,
            boolean requiresVerification) {
        this.users = users;
        this.backends = backends;
        this.requiresVerification = requiresVerification;
        this.state = state;
        this.json = json;
        this.responses = new Responses(json);
        this.authenticator = new Authenticator(backends, users);
    }

    /** Registers filters and error answers; they act on Usher's own resources and on guarded ones only. */
    public void register(FeatureContext context) {
        Roots roots = new Roots();
        context.register(new EndpointFeature(this, roots));
        context.register(new ContentTypeFilter(roots));
        context.register(new ErrorShapeFilter(responses, roots));
        context.register(new UsersExceptionMapper(responses));
        context.register(new InvalidRequestMapper(responses));
    }

    /** The user of the calling thread's request, if she passed a guard. */
    public Optional<User<?>> currentUser() {
        return state.authentication().map(Authentication::user);
    }

    UserManager<?, ?> users() {
        return users;
    }

    AuthenticationBackends backends() {
        return backends;
    }

    boolean requiresVerification() {
        return requiresVerification;
    }

    RequestState state() {
        return state;
    }

    JsonFormat json() {
        return json;
    }

    Responses responses() {
        return responses;
    }

    Authenticator authenticator() {
        return authenticator;
    }

    /** The caller who passed a guard that is not optional. */
    Authentication caller() {
        return state.authentication().orElseThrow(() -> new IllegalStateException("this endpoint has no guard"));
    }

    /** The body of the calling thread's request, bound and validated. */
    <T> T body(Class<T> type) {
        @SuppressWarnings("unchecked") // the map holds under a class what was made for it
        BodyType<T> bodyType = (BodyType<T>) bodyTypes.computeIfAbsent(type, json::bodyType);
        return bodyType.read(state.body().object());
    }
}
