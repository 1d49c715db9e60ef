package dev.usher.quickstart;

import dev.usher.oauth.OAuthProviders;
import dev.usher.oauth.client.ClientRegistration;
import dev.usher.oauth.client.OpenIdProvider;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The OpenID Connect provider at which members may sign in, as {@code quickstart.openid.…} names it. */
final class OpenId {

    private static final String PREFIX = "quickstart.openid.";
    private static final List<String> KEYS = List.of("issuer", "client-id", "client-secret");

    private OpenId() {}

    /**
     * Whether there is one.
     *
     * @throws IllegalArgumentException if it is half configured, or no good
     */
    static boolean isConfigured() {
        return providers(ConfigProvider.getConfig()).isPresent();
    }

    /**
     * That one.
     *
     * @throws IllegalArgumentException as {@link #isConfigured}; the message does not contain the secret
     */
    static Optional<OAuthProviders> providers(Config config) {
        List<String> missing = KEYS.stream()
                .filter(key ->
                        config.getOptionalValue(PREFIX + key, String.class).isEmpty())
                .map(PREFIX::concat)
                .toList();
        if (missing.size() == KEYS.size()) {
            return Optional.empty();
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("signing in at a provider is half configured: set "
                    + String.join(" and ", missing) + " too, as the provider gave them to you, or none of "
                    + PREFIX + "*");
        }
        try {
            return Optional.of(OAuthProviders.of(provider(config)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("look at " + PREFIX + "*: " + e.getMessage(), e);
        }
    }

    private static OpenIdProvider provider(Config config) {
        String name = config.getOptionalValue(PREFIX + "name", String.class).orElse("openid");
        return new OpenIdProvider(
                config.getValue(PREFIX + "issuer", URI.class),
                new ClientRegistration(
                        name,
                        config.getValue(PREFIX + "client-id", String.class),
                        config.getValue(PREFIX + "client-secret", String.class)));
    }
}
