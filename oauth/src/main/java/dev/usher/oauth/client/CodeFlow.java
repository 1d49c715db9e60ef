package dev.usher.oauth.client;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import dev.usher.oauth.OAuthAttempt;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collection;

/**
 * The two requests of the authorization code flow, always with {@code state} and PKCE.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1">RFC 6749 section 4.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636">RFC 7636 (PKCE)</a>
 */
record CodeFlow(ClientRegistration registration, Web web) {

    /** Far beyond any code; longer ones are not worth a request. */
    private static final int MAX_CODE = 8_000;

    AuthorizationRequest.Builder authorization(URI endpoint, OAuthAttempt attempt, Collection<String> scopes) {
        AuthorizationRequest.Builder request = new AuthorizationRequest.Builder(ResponseType.CODE, clientId())
                .endpointURI(endpoint)
                .redirectionURI(attempt.redirectUri())
                .scope(Scope.parse(
                        scopes.stream().filter(scope -> !scope.isBlank()).toList()))
                .state(new State(attempt.state()))
                .codeChallenge(new CodeVerifier(attempt.codeVerifier()), CodeChallengeMethod.S256);
        registration.parameters().forEach(request::customParameter);
        return request;
    }

    TokenAnswer redeem(String code, OAuthAttempt attempt, TokenEndpoint endpoint, Deadline deadline) {
        if (code.isBlank() || code.length() > MAX_CODE) {
            throw Failures.refused("the code is blank or too long");
        }
        HTTPRequest form = new TokenRequest.Builder(
                        endpoint.address(), authentication(endpoint.basic()), grant(code, attempt))
                .build()
                .toHTTPRequest();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(endpoint.address()).POST(BodyPublishers.ofString(form.getBody()));
        form.getHeaderMap().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return TokenAnswer.of(web.ask(request, deadline));
    }

    private static AuthorizationCodeGrant grant(String code, OAuthAttempt attempt) {
        return new AuthorizationCodeGrant(
                new AuthorizationCode(code), attempt.redirectUri(), new CodeVerifier(attempt.codeVerifier()));
    }

    private ClientAuthentication authentication(boolean basic) {
        Secret secret = new Secret(registration.clientSecret());
        return basic ? new ClientSecretBasic(clientId(), secret) : new ClientSecretPost(clientId(), secret);
    }

    private ClientID clientId() {
        return new ClientID(registration.clientId());
    }

    /**
     * Where codes are redeemed.
     *
     * @param basic whether the client's secret travels in a header, else in the form
     */
    record TokenEndpoint(URI address, boolean basic) {}
}
