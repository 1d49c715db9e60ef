package dev.usher.oauth.client;

import dev.usher.oauth.OAuthProvider;
import dev.usher.oauth.client.OAuth2Provider.Endpoints;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * GitHub, which speaks OAuth 2.0. The account id is the number that GitHub has for it, as text, because a user may change
 * her login name and another may take it then. The address is her primary one.
 *
 * @see <a href="https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps">Authorizing OAuth
 *     apps</a>
 */
public final class GitHub {

    private static final URI WEB = URI.create("https://github.com");
    private static final URI API = URI.create("https://api.github.com");

    private GitHub() {}

    /**
     * GitHub itself.
     *
     * @param registration its scopes are {@code user:email} where it has none, without which GitHub tells no address
     */
    public static OAuthProvider provider(ClientRegistration registration) {
        return provider(registration, WEB, API, Clock.systemUTC());
    }

    /**
     * A GitHub of one's own.
     *
     * @param web e.g. {@code https://github.example.com}
     * @param api e.g. {@code https://github.example.com/api/v3}
     * @param clock tells when access tokens end, where they do
     * @throws IllegalArgumentException if one of them is no {@code https} address
     */
    public static OAuthProvider provider(ClientRegistration registration, URI web, URI api, Clock clock) {
        return provider(new CodeFlow(scoped(registration), new Web(Limits.DEFAULTS)), web, api, clock);
    }

    static OAuthProvider provider(CodeFlow flow, URI web, URI api, Clock clock) {
        Endpoints endpoints = new Endpoints(
                Addresses.below(web, "login/oauth/authorize"),
                Addresses.below(web, "login/oauth/access_token"),
                Addresses.below(api, "user"));
        URI emails = Addresses.below(api, "user/emails?per_page=100");
        return new OAuth2Provider(
                flow,
                endpoints,
                user -> account(
                        user.get(endpoints.userInfo()).object(),
                        user.get(emails).array()),
                clock);
    }

    static ClientRegistration scoped(ClientRegistration registration) {
        return registration.scopes().isEmpty() ? registration.withScopes("user:email") : registration;
    }

    private static ProviderAccount account(Map<String, Object> user, List<Object> emails) {
        Map<?, ?> email = primary(emails);
        return new ProviderAccount(
                user.get("id") instanceof Long id ? id.toString() : "",
                email.get("email") instanceof String address ? address : null,
                isTrue(email.get("verified")));
    }

    private static Map<?, ?> primary(List<Object> emails) {
        for (Object entry : emails) {
            if (entry instanceof Map<?, ?> email && isTrue(email.get("primary"))) {
                return email;
            }
        }
        return Map.of();
    }

    private static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value);
    }
}
