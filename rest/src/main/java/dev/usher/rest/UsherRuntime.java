package dev.usher.rest;

import dev.usher.AccessTokens;
import dev.usher.Actor;
import dev.usher.User;
import dev.usher.UserManager;
import dev.usher.UsherConfig;
import dev.usher.rest.json.JsonFormat;
import dev.usher.spi.UserListing;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the endpoints and filters of one application share. Made once by the wiring; not for applications. */
public final class UsherRuntime {

    private static final System.Logger LOG = System.getLogger("dev.usher.rest");

    private final ApplicationParts application;
    private final boolean requiresVerification;
    private final RequestState state;
    private final JsonFormat json;
    private final Responses responses;
    private final Authenticator authenticator;
    private final CrossSiteGuard crossSite;
    private final Bodies.Types bodyTypes;
    private final ProviderVisits visits;

    /**
     * Brings the parts together.
     *
     * @param state stands for the state of the calling thread's request
     * @throws IllegalStateException if the tokens of a backend could not be kept anywhere
     */
    public UsherRuntime(ApplicationParts application, UsherConfig config, JsonFormat json, RequestState state) {
        this.application = application;
        this.requiresVerification = config.requireVerification();
        this.state = state;
        this.json = json;
        this.responses = new Responses(json);
        this.crossSite = new CrossSiteGuard(config.origins());
        this.authenticator = new Authenticator(application.backends(), application.tokens(), crossSite);
        this.bodyTypes = new Bodies.Types(json);
        this.visits = new ProviderVisits(application, config, state, responses);
        application.backends().list().forEach(backend -> application.tokens().require(backend.strategy()));
    }

    /**
     * Registers filters and error answers; they act on Usher's own resources and on guarded ones only.
     *
     * @throws IllegalStateException if a sub-resource locator of the application's has a guard, which would hold nobody
     *     back
     */
    public void register(FeatureContext context) {
        LocatorFilter.requireNoneGuarded(context.getConfiguration());
        Roots roots = new Roots();
        context.register(new LocatorFilter(), LocatorFilter.PRIORITY);
        context.register(new EndpointFeature(this, roots));
        context.register(new ContentTypeFilter(roots));
        context.register(new ErrorFilter(json, roots));
        context.register(new UsersExceptionMapper(responses));
        context.register(new InvalidRequestMapper(responses));
    }

    /**
     * Refuses a resource that needs what the application does not bring.
     *
     * @throws IllegalStateException saying what to produce
     */
    void requirePartsOf(Class<?> resource) {
        if (UserListResource.class.isAssignableFrom(resource)) {
            listing();
        }
        if (OAuthResource.class.isAssignableFrom(resource) || OAuthAssociateResource.class.isAssignableFrom(resource)) {
            visits.providers();
            visits.accounts();
        }
    }

    /** The user of the calling thread's request, if she passed a guard. */
    public Optional<User<?>> currentUser() {
        return state.authentication().map(Authentication::user);
    }

    UserManager<?, ?> users() {
        return application.users();
    }

    AccessTokens<?, ?> tokens() {
        return application.tokens();
    }

    /** The application's users as a list. */
    UserListing<? extends User<?>> listing() {
        @SuppressWarnings("unchecked") // an application lists the users of its one manager
        UserListing<? extends User<?>> listing = (UserListing<? extends User<?>>) application.listing();
        if (listing == null) {
            throw new IllegalStateException("a list of users needs a UserListing: produce one as a bean");
        }
        return listing;
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

    CrossSiteGuard crossSite() {
        return crossSite;
    }

    ProviderVisits visits() {
        return visits;
    }

    /** The caller who passed a guard that is not optional. */
    Authentication caller() {
        return state.authentication().orElseThrow(() -> new IllegalStateException("this endpoint has no guard"));
    }

    /**
     * What must be so of a user whom the caller edits: she has a version that the request names and, where it is the
     * caller herself, the token that came with the request has not been ended since.
     */
    Predicate<User<?>> editable() {
        User<?> caller = caller().user();
        LongPredicate named = IfMatch.of(state.request());
        return user -> {
            if (user.id().equals(caller.id()) && user.tokenVersion() != caller.tokenVersion()) {
                throw ended();
            }
            return named.test(user.rowVersion());
        };
    }

    /** The caller of an endpoint for superusers, who must still be one when something is written on her behalf. */
    <U extends User<ID>, ID> Actor<U, ID> actor(ID id) {
        User<?> caller = caller().user();
        return new Actor<>(id, now -> {
            if (now == null || !now.active() || now.tokenVersion() != caller.tokenVersion()) {
                throw ended();
            }
            if (!now.superuser() || (requiresVerification && !now.verified())) {
                throw new ForbiddenException(responses.forbidden());
            }
        });
    }

    /** The answer to a caller whose token was ended after she had passed the guard. */
    NotAuthorizedException ended() {
        return new NotAuthorizedException(responses.unauthorized(true));
    }

    /** The body of the calling thread's request, bound and validated. */
    <T> T body(Class<T> type) {
        Bodies bodies = bodies();
        T body = bodies.read(type);
        bodies.requireValid();
        return body;
    }

    /** The same, to be read as several types. */
    Bodies bodies() {
        return bodyTypes.of(state.body().object());
    }

    /** A new token for a user, as the backend's transport brings it. */
    Response signIn(User<?> user, AuthenticationBackend backend) {
        @SuppressWarnings("unchecked") // the users of an application's one manager are the users of its tokens
        AccessTokens<User<Object>, Object> tokens = (AccessTokens<User<Object>, Object>) application.tokens();
        @SuppressWarnings("unchecked")
        UserManager<User<Object>, Object> users = (UserManager<User<Object>, Object>) application.users();
        @SuppressWarnings("unchecked")
        User<Object> own = (User<Object>) user;
        String token = tokens.issue(own, backend.strategy(), users.tokenClaims(own));
        return backend.transport().login(token, backend.strategy().lifetime());
    }

    /** An answer that also brings a new cookie to a caller who has just ended her own by changing her password. */
    Response signedInAgain(User<?> user, Response answer) {
        Authentication caller = caller();
        boolean ended = caller.user().id().equals(user.id()) && caller.user().tokenVersion() != user.tokenVersion();
        return ended && user.active() && caller.backend().transport().isAmbient()
                ? withNewCookie(user, caller.backend(), answer)
                : answer;
    }

    /** The password is changed already: where there can be no new token, the old cookie goes, and she signs in anew. */
    private Response withNewCookie(User<?> user, AuthenticationBackend backend, Response answer) {
        try {
            return withCookiesOf(List.of(signIn(user, backend)), answer);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a password was changed, but no new token could be issued", e);
            return signedOut(answer);
        }
    }

    /** An answer that also expires every cookie. */
    Response signedOut(Response answer) {
        Stream<Response> cookies = application.backends().list().stream()
                .map(AuthenticationBackend::transport)
                .filter(Transport::isAmbient)
                .map(Transport::logout);
        Stream<Response> key = application.providers() == null ? Stream.empty() : Stream.of(visits.forget());
        return withCookiesOf(Stream.concat(cookies, key).toList(), answer);
    }

    /** An answer with the cookies of others instead of its own. */
    static Response withCookiesOf(List<Response> others, Response answer) {
        Response.ResponseBuilder complete = Response.fromResponse(answer).header(HttpHeaders.SET_COOKIE, null);
        others.stream()
                .flatMap(other -> other.getHeaders().getOrDefault(HttpHeaders.SET_COOKIE, List.of()).stream())
                .forEach(cookie -> complete.header(HttpHeaders.SET_COOKIE, cookie));
        return complete.build();
    }
}
