package dev.usher.oauth.client;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an issuer tells about itself, and its keys. Both are kept for {@link #AGE}; keys are fetched anew for a token that
 * none of them fits, unless that was done {@link #YOUNG just now}.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect Discovery 1.0</a>
 */
final class Discovery {

    static final Duration AGE = Duration.ofMinutes(10);
    static final Duration YOUNG = Duration.ofSeconds(10);

    private final URI issuer;
    private final boolean plainHttp;
    private final Cached<OIDCProviderMetadata> metadata;
    private final Cached<JWKSet> keys;

    Discovery(URI issuer, boolean plainHttp, Web web, Clock clock) {
        URI address = Addresses.below(issuer, ".well-known/openid-configuration");
        this.issuer = issuer;
        this.plainHttp = plainHttp;
        this.metadata = new Cached<>(() -> web.get(address).thenApply(this::parse), clock);
        this.keys = new Cached<>(
                () -> metadata.notOlderThan(AGE)
                        .thenCompose(known -> web.get(known.getJWKSetURI()))
                        .thenApply(Discovery::parseKeys),
                clock);
    }

    URI issuer() {
        return issuer;
    }

    OIDCProviderMetadata metadata(Deadline deadline) {
        return Web.await(metadata.notOlderThan(AGE), deadline);
    }

    List<JWK> keys(JWKSelector selector, Deadline deadline) {
        List<JWK> found = selector.select(Web.await(keys.notOlderThan(AGE), deadline));
        return found.isEmpty() ? selector.select(Web.await(keys.notOlderThan(YOUNG), deadline)) : found;
    }

    private OIDCProviderMetadata parse(Answer answer) {
        try {
            OIDCProviderMetadata parsed =
                    OIDCProviderMetadata.parse(answer.good().body());
            require(issuer.toString().equals(parsed.getIssuer().getValue()), "another issuer");
            require(
                    Stream.of(parsed.getAuthorizationEndpointURI(), parsed.getTokenEndpointURI(), parsed.getJWKSetURI())
                            .allMatch(this::isSafe),
                    "an endpoint that is missing or without TLS");
            require(
                    parsed.getUserInfoEndpointURI() == null || isSafe(parsed.getUserInfoEndpointURI()),
                    "a user-info endpoint without TLS");
            return parsed;
        } catch (ParseException e) {
            throw Failures.failed(answer.from() + " answers no metadata of OpenID Connect");
        }
    }

    /** An issuer over TLS has all of its endpoints over TLS. */
    boolean isSafe(URI endpoint) {
        return Addresses.isSafe(endpoint, plainHttp)
                && (plainHttp || "https".equals(endpoint.getScheme()) || "http".equals(issuer.getScheme()));
    }

    private void require(boolean good, String what) {
        if (!good) {
            throw Failures.failed("the metadata of " + issuer + " names " + what);
        }
    }

    private static JWKSet parseKeys(Answer answer) {
        try {
            return JWKSet.parse(answer.good().body());
        } catch (java.text.ParseException e) {
            throw Failures.failed(answer.from() + " answers no JSON Web Key Set");
        }
    }
}
