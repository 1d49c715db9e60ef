package dev.usher.oauth.client;

import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.usher.oauth.OAuthAttempt;
import dev.usher.oauth.OAuthException;
import dev.usher.oauth.OAuthException.Reason;
import dev.usher.oauth.OAuthIdentity;
import dev.usher.oauth.OAuthProvider;
import dev.usher.oauth.client.CodeFlow.TokenEndpoint;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A provider that speaks OpenID Connect and tells by discovery where its endpoints are, e.g. Google, Microsoft, Apple or
 * Keycloak.
 *
 * <p>Every sign-in has {@code state}, {@code nonce} and PKCE ({@code S256}). Guarantees of an identity that its ID token
 * was signed by the issuer, for this client, in this attempt, and has not expired. The account id is {@code sub}. Address
 * and {@code email_verified} are those of the ID token; where it has no address, those of the user-info endpoint, if it
 * speaks of the same {@code sub}.
 *
 * <p>Nothing is asked before the first use. What the issuer tells about itself is kept for ten minutes, failures are not. A
 * connection has to stand within 3 seconds, an answer to be there within 5 and have at most 256 KiB, a code to be redeemed
 * within 15 seconds; redirects are not followed.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html">OpenID Connect Core 1.0</a>
 */
public final class OpenIdProvider implements OAuthProvider {

    private static final List<String> DEFAULT_SCOPES = List.of("openid", "email");

    private final ClientRegistration registration;
    private final Web web;
    private final Discovery discovery;
    private final IdTokens idTokens;
    private final CodeFlow flow;
    private final Clock clock;

    /**
     * Asks nobody yet.
     *
     * @param issuer exactly as the provider names itself, e.g. {@code https://accounts.google.com}
     * @throws IllegalArgumentException if it is no {@code https} address; {@code http} is for this machine only, unless
     *     the registration says otherwise
     */
    public OpenIdProvider(URI issuer, ClientRegistration registration) {
        this(issuer, registration, Clock.systemUTC());
    }

    /** The same by another clock, which tells when access tokens end. ID tokens are checked by the system's. */
    public OpenIdProvider(URI issuer, ClientRegistration registration, Clock clock) {
        this(issuer, registration, clock, Limits.DEFAULTS);
    }

    OpenIdProvider(URI issuer, ClientRegistration registration, Clock clock, Limits limits) {
        if (issuer.getQuery() != null) {
            throw new IllegalArgumentException("the issuer of the provider '" + registration.name() + "' has a query");
        }
        this.registration = registration;
        this.web = new Web(limits);
        this.discovery =
                new Discovery(Addresses.require(issuer, "issuer", registration), registration.plainHttp(), web, clock);
        this.idTokens = new IdTokens(discovery, new ClientID(registration.clientId()));
        this.flow = new CodeFlow(registration, web);
        this.clock = clock;
    }

    @Override
    public String name() {
        return registration.name();
    }

    /**
     * {@inheritDoc}
     *
     * <p>The scopes come on top of those that signing in needs.
     *
     * @throws OAuthException {@link Reason#PROVIDER_FAILED} if the issuer does not tell where that is
     */
    @Override
    public URI authorizationUrl(OAuthAttempt attempt, List<String> scopes) {
        Set<String> all = new LinkedHashSet<>(DEFAULT_SCOPES.subList(0, 1));
        all.addAll(registration.scopes().isEmpty() ? DEFAULT_SCOPES : registration.scopes());
        all.addAll(scopes);
        URI endpoint = discovery.metadata(web.limits().start()).getAuthorizationEndpointURI();
        return flow.authorization(endpoint, attempt, all)
                .customParameter("nonce", attempt.nonce())
                .build()
                .toURI();
    }

    @Override
    public OAuthIdentity redeem(String code, OAuthAttempt attempt) {
        Deadline deadline = web.limits().start();
        OIDCProviderMetadata metadata = discovery.metadata(deadline);
        TokenAnswer answer = flow.redeem(code, attempt, tokenEndpoint(metadata), deadline);
        Map<String, Object> claims = idTokens.verify(answer.idToken(), attempt.nonce(), deadline);
        ProviderAccount account = ProviderAccount.ofClaims(claims);
        if (account.email() == null && metadata.getUserInfoEndpointURI() != null) {
            UserApi api = new UserApi(web, answer.accessToken(), deadline);
            account = userInfo(metadata.getUserInfoEndpointURI(), api, account.id());
        }
        return account.with(answer.tokens(clock));
    }

    /** Where metadata does not say how clients prove who they are, it is by a header. */
    private TokenEndpoint tokenEndpoint(OIDCProviderMetadata metadata) {
        List<ClientAuthenticationMethod> offers = metadata.getTokenEndpointAuthMethods();
        boolean basic = offers == null || offers.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        if (!basic && !offers.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)) {
            throw Failures.failed("the metadata of " + discovery.issuer() + " offers no way to send a client's secret");
        }
        return new TokenEndpoint(metadata.getTokenEndpointURI(), basic);
    }

    private static ProviderAccount userInfo(URI endpoint, UserApi api, String subject) {
        ProviderAccount account = ProviderAccount.ofClaims(api.get(endpoint).object());
        if (!account.id().equals(subject)) {
            throw Failures.failed(Addresses.withoutQuery(endpoint) + " speaks of another account than the ID token");
        }
        return account;
    }
}
