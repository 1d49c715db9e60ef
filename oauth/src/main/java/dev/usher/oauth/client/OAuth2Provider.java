package dev.usher.oauth.client;

import dev.usher.oauth.OAuthAttempt;
import dev.usher.oauth.OAuthException;
import dev.usher.oauth.OAuthIdentity;
import dev.usher.oauth.OAuthProvider;
import dev.usher.oauth.client.CodeFlow.TokenEndpoint;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * A provider that speaks OAuth 2.0 and not OpenID Connect: whose account it is stands in an answer of its own, which the
 * access token opens. Where a provider has discovery, {@link OpenIdProvider} is the better choice.
 *
 * <p>Every sign-in has {@code state} and PKCE ({@code S256}), which a provider that does not know it ignores. Guarantees of
 * an identity that it was told over a connection to the given addresses, for the access token that they gave for the code.
 * Limits are those of {@link OpenIdProvider}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1">RFC 6749 section 4.1</a>
 */
public final class OAuth2Provider implements OAuthProvider {

    private final CodeFlow flow;
    private final Endpoints endpoints;
    private final UserApi.Reader reader;
    private final Clock clock;

    /**
     * Asks nobody yet.
     *
     * @param registration with the scopes that signing in needs
     * @param account reads the JSON object of the user-info endpoint: text, {@code Long}, {@code Double}, {@code Boolean},
     *     {@code Map} and {@code List}, anything of which may be missing. What it throws makes the sign-in fail
     * @throws IllegalArgumentException if an address is no {@code https} address; {@code http} is for this machine only,
     *     unless the registration says otherwise
     */
    public OAuth2Provider(
            ClientRegistration registration,
            Endpoints endpoints,
            Function<Map<String, Object>, ProviderAccount> account) {
        this(registration, endpoints, account, Clock.systemUTC());
    }

    /** The same by another clock, which tells when access tokens end. */
    public OAuth2Provider(
            ClientRegistration registration,
            Endpoints endpoints,
            Function<Map<String, Object>, ProviderAccount> account,
            Clock clock) {
        this(
                new CodeFlow(registration, new Web(Limits.DEFAULTS)),
                endpoints,
                api -> account.apply(api.get(endpoints.userInfo()).object()),
                clock);
    }

    OAuth2Provider(CodeFlow flow, Endpoints endpoints, UserApi.Reader reader, Clock clock) {
        Addresses.require(endpoints.authorization(), "authorization endpoint", flow.registration());
        Addresses.require(endpoints.token(), "token endpoint", flow.registration());
        Addresses.require(endpoints.userInfo(), "user-info endpoint", flow.registration());
        this.flow = flow;
        this.endpoints = endpoints;
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public String name() {
        return flow.registration().name();
    }

    /**
     * {@inheritDoc}
     *
     * <p>The scopes come on top of those of the registration.
     */
    @Override
    public URI authorizationUrl(OAuthAttempt attempt, List<String> scopes) {
        Set<String> all = new LinkedHashSet<>(flow.registration().scopes());
        all.addAll(scopes);
        return flow.authorization(endpoints.authorization(), attempt, all)
                .build()
                .toURI();
    }

    @Override
    public OAuthIdentity redeem(String code, OAuthAttempt attempt) {
        Deadline deadline = flow.web().limits().start();
        TokenEndpoint endpoint = new TokenEndpoint(endpoints.token(), endpoints.basic());
        TokenAnswer answer = flow.redeem(code, attempt, endpoint, deadline);
        return read(new UserApi(flow.web(), answer.accessToken(), deadline)).with(answer.tokens(clock));
    }

    /** What an application's function says when it fails may quote what belongs to the user. */
    private ProviderAccount read(UserApi api) {
        try {
            return Objects.requireNonNull(reader.read(api));
        } catch (OAuthException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Failures.failed("the user-info of '" + name() + "' cannot be read: "
                    + e.getClass().getSimpleName());
        }
    }

    /**
     * Where a provider is asked.
     *
     * @param authorization where browsers go
     * @param token where codes are redeemed
     * @param userInfo what a {@code GET} with the access token finds the account at
     * @param basic whether the client's secret is sent by HTTP Basic, else in the form, as most such providers want it
     */
    public record Endpoints(URI authorization, URI token, URI userInfo, boolean basic) {

        /** The secret is sent in the form. */
        public Endpoints(URI authorization, URI token, URI userInfo) {
            this(authorization, token, userInfo, false);
        }
    }
}
