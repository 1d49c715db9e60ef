package dev.usher.oauth.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a provider knows this application as, and what to ask it for. {@code toString} redacts the secret.
 *
 * @param name what the provider is called in paths and in the database: 1 to 100 of lower-case letters, digits, {@code -}
 *     and {@code _}
 * @param clientId as the provider gave it
 * @param clientSecret as the provider gave it
 * @param scopes what signing in needs; empty for the provider's defaults
 * @param parameters what else the address has that browsers are sent to, e.g. {@code prompt}
 * @param plainHttp whether the provider may be spoken to without TLS wherever it is; without it, on this machine only
 */
public record ClientRegistration(
        String name,
        String clientId,
        String clientSecret,
        List<String> scopes,
        Map<String, String> parameters,
        boolean plainHttp) {

    private static final Set<String> OWN_PARAMETERS = Set.of(
            "response_type",
            "client_id",
            "client_secret",
            "redirect_uri",
            "scope",
            "state",
            "nonce",
            "code_challenge",
            "code_challenge_method",
            "request",
            "request_uri");

    public ClientRegistration {
        require(
                name.matches("[a-z0-9_-]{1,100}"),
                "a provider's name has 1 to 100 lower-case letters, digits, - and _");
        require(!clientId.isBlank(), "the provider '" + name + "' needs a client id");
        require(!clientSecret.isBlank(), "the provider '" + name + "' needs a client secret");
        require(scopes.stream().noneMatch(String::isBlank), "a scope of the provider '" + name + "' is blank");
        for (String parameter : parameters.keySet()) {
            require(
                    !parameter.isBlank() && !OWN_PARAMETERS.contains(parameter),
                    "the parameter '" + parameter + "' of the provider '" + name
                            + "' is not for the application to set");
        }
        scopes = List.copyOf(scopes);
        parameters = Map.copyOf(parameters);
    }

    /**
     * Asks for no more than signing in needs, over TLS.
     *
     * @throws IllegalArgumentException if one of them is none; the message does not contain the secret
     */
    public ClientRegistration(String name, String clientId, String clientSecret) {
        this(name, clientId, clientSecret, List.of(), Map.of(), false);
    }

    /** The same with other scopes for signing in; at OpenID Connect providers {@code openid} comes on top. */
    public ClientRegistration withScopes(String... others) {
        return new ClientRegistration(name, clientId, clientSecret, List.of(others), parameters, plainHttp);
    }

    /**
     * The same with one more parameter in the address that browsers are sent to, e.g. {@code access_type=offline}.
     *
     * @throws IllegalArgumentException if it is one that the flow itself sets, such as {@code state}
     */
    public ClientRegistration withParameter(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new ClientRegistration(name, clientId, clientSecret, scopes, more, plainHttp);
    }

    /** The same, where the code comes back in a form that the browser posts, as Apple wants it for any scope. */
    public ClientRegistration withFormPost() {
        return withParameter("response_mode", "form_post");
    }

    /** The same, where codes, tokens and the secret may travel without TLS: for tests and closed networks. */
    public ClientRegistration withPlainHttp() {
        return new ClientRegistration(name, clientId, clientSecret, scopes, parameters, true);
    }

    @Override
    public String toString() {
        return "ClientRegistration[name=" + name + ", clientId=" + clientId + ", clientSecret=redacted, scopes="
                + scopes + ", parameters=" + parameters + ", plainHttp=" + plainHttp + "]";
    }

    private static void require(boolean good, String rule) {
        if (!good) {
            throw new IllegalArgumentException(rule);
        }
    }
}
