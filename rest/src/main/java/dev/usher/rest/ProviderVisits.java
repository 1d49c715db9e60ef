package dev.usher.rest;

import dev.usher.CookieSettings;
import dev.usher.LinkedAccounts;
import dev.usher.User;
import dev.usher.UsherConfig;
import dev.usher.oauth.OAuthFlow;
import dev.usher.oauth.OAuthProvider;
import dev.usher.oauth.OAuthProviders;
import dev.usher.oauth.OAuthReturn;
import dev.usher.oauth.OAuthVisit;
import dev.usher.rest.json.InvalidRequest;
import dev.usher.rest.json.Violation;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the endpoints that send a browser to a provider, and take it back, have in common. */
final class ProviderVisits {

    private static final String CODE = "code";
    private static final String STATE = "state";
    private static final String ERROR = "error";
    private static final Pattern SCOPE = Pattern.compile("[!#-\\[\\]-~]{1,200}");
    private static final Pattern ERROR_TEXT = Pattern.compile("[ !#-\\[\\]-~]{1,100}");
    private static final int MAX_SCOPES = 50;

    private final ApplicationParts application;
    private final RequestState state;
    private final Responses responses;
    private final CookieTransport cookie;
    private final Duration lifetime;
    private final @Nullable String publicOrigin;

    ProviderVisits(ApplicationParts application, UsherConfig config, RequestState state, Responses responses) {
        this.application = application;
        this.state = state;
        this.responses = responses;
        this.cookie = new CookieTransport(cookie(config.cookie().secure()));
        this.lifetime = config.oauth().lifetime();
        this.publicOrigin = config.oauth().publicOrigin();
    }

    /** It goes to the provider's callback only, which is opened by a link from there. */
    private static CookieSettings cookie(boolean secure) {
        String name = secure ? "__Host-usher-oauth" : "usher-oauth";
        return new CookieSettings(name, "/", null, secure, CookieSettings.SameSite.LAX);
    }

    /** A provider of the application's. */
    OAuthProvider provider(String name) {
        return providers().find(name).orElseThrow(NotFoundException::new);
    }

    OAuthProviders providers() {
        OAuthProviders providers = application.providers();
        if (providers == null) {
            throw missing("OAuthProviders");
        }
        return providers;
    }

    @SuppressWarnings("unchecked") // an application's users have one kind of id
    LinkedAccounts<User<Object>, Object> accounts() {
        if (application.linked() == null) {
            throw missing("an OAuthAccountDatabase and a RevokedTokenDatabase");
        }
        return (LinkedAccounts<User<Object>, Object>) application.linked();
    }

    private static IllegalStateException missing(String beans) {
        return new IllegalStateException("signing in at providers needs " + beans + ": produce them as beans");
    }

    /** The callback beside the requested endpoint, as browsers see it, however the request was spelled. */
    URI callback() {
        UriInfo uri = request().getUriInfo();
        UriBuilder callback = uri.getBaseUriBuilder();
        List<String> segments = uri.getPathSegments().stream()
                .map(PathSegment::getPath)
                .filter(segment -> !segment.isEmpty())
                .toList();
        segments.subList(0, segments.size() - 1).forEach(callback::segment);
        URI here = callback.segment("callback").build();
        return publicOrigin == null ? here : URI.create(publicOrigin + here.getRawPath());
    }

    /** Sends a browser away, with a new key. */
    Response begin(OAuthProvider provider, URI redirectUri, @Nullable User<?> user) {
        String key = OAuthFlow.newBrowserKey();
        URI url = accounts().begin(provider, visit(provider, redirectUri, key, user), scopes());
        Response answer = responses.view(Map.of("authorization_url", url.toString()));
        return UsherRuntime.withCookiesOf(List.of(cookie.login(key, lifetime)), answer);
    }

    /** A browser that has come back. */
    OAuthVisit visit(OAuthProvider provider, URI redirectUri, @Nullable User<?> user) {
        return visit(provider, redirectUri, cookie.read(request()).orElse(null), user);
    }

    private static OAuthVisit visit(
            OAuthProvider provider, URI redirectUri, @Nullable String key, @Nullable User<?> user) {
        return new OAuthVisit(provider.name(), redirectUri, key, user == null ? null : String.valueOf(user.id()));
    }

    /**
     * What it has brought.
     *
     * @throws BadRequestException if the provider refuses, in its own words; or if there is no code
     */
    OAuthReturn back() {
        MultivaluedMap<String, String> query = query();
        String error = query.getFirst(ERROR);
        String code = query.getFirst(CODE);
        if (error != null || code == null) {
            throw new BadRequestException(responses.refusedByProvider(
                    error != null && ERROR_TEXT.matcher(error).matches() ? error : null));
        }
        return new OAuthReturn(query.getFirst(STATE), code);
    }

    /** Takes the key from a browser. */
    Response forget() {
        return cookie.logout();
    }

    /** An answer that also takes the key from the browser: its state is used up. */
    Response completed(Response answer) {
        return UsherRuntime.withCookiesOf(List.of(answer, forget()), answer);
    }

    /**
     * Leads a browser that comes back with a form to where one comes back with a link. With the form, which another site
     * sends, it does not bring its cookies.
     *
     * @param redirectUri where the provider was told to send it
     */
    Response asLink(URI redirectUri, Map<String, String> form) {
        UriBuilder link = UriBuilder.fromUri(redirectUri);
        List.of(CODE, STATE, ERROR).forEach(name -> {
            String value = form.get(name);
            if (value != null) {
                link.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
            }
        });
        return Response.seeOther(link.build())
                .header("Cache-Control", "no-store")
                .build();
    }

    private List<String> scopes() {
        List<String> scopes = query().getOrDefault("scopes", List.of());
        boolean good = scopes.size() <= MAX_SCOPES
                && scopes.stream().allMatch(scope -> SCOPE.matcher(scope).matches());
        if (!good) {
            throw new InvalidRequest(Violation.badParameter("scopes", "{dev.usher.scopes}"));
        }
        return scopes;
    }

    private MultivaluedMap<String, String> query() {
        return request().getUriInfo().getQueryParameters();
    }

    private ContainerRequestContext request() {
        return state.request();
    }
}
