package dev.usher.oauth.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.usher.oauth.OAuthException;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks ID tokens: signed by a key of the issuer under an asymmetric algorithm that its metadata offers, for this client,
 * of this attempt and current, give or take a minute.
 *
 * <p>HS256 and its like are refused even where they are offered: what anybody with the client's secret can sign proves
 * nothing, and a public key must never pass for such a secret.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect Core 1.0 section
 *     3.1.3.7</a>
 */
record IdTokens(Discovery discovery, ClientID clientId) {

    /** Edwards curves are not among them, because the library wants another one for those. */
    private static final Set<JWSAlgorithm> TAKEN = Stream.of(JWSAlgorithm.Family.RSA, JWSAlgorithm.Family.EC)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    /** What the validator says about claims, up to where it quotes them. */
    private static final List<String> SAYABLE = List.of(
            "Unexpected JWT", "Missing JWT", "Expired JWT", "JWT issue time", "JWT authorized party", "Signed ID");

    /** The claims of a good ID token. */
    Map<String, Object> verify(@Nullable Object text, String nonce, Deadline deadline) {
        OIDCProviderMetadata metadata = discovery.metadata(deadline);
        try {
            JWT token = JWTParser.parse(text instanceof String given ? given : "");
            new IDTokenValidator(metadata.getIssuer(), clientId, keys(metadata, deadline), null)
                    .validate(token, new Nonce(nonce));
            return ours(token.getJWTClaimsSet().toJSONObject());
        } catch (ParseException e) {
            throw refused("it is missing or no JWT");
        } catch (BadJOSEException e) {
            throw refused(reason(e));
        } catch (OAuthException e) {
            throw e;
        } catch (JOSEException | RuntimeException e) {
            throw refused("it cannot be checked"); // a header that is null ends Nimbus with a NullPointerException
        }
    }

    private JWSVerificationKeySelector<SecurityContext> keys(OIDCProviderMetadata metadata, Deadline deadline) {
        List<JWSAlgorithm> offered = metadata.getIDTokenJWSAlgs();
        Set<JWSAlgorithm> taken = new HashSet<>(offered == null ? List.of() : offered);
        taken.removeIf(algorithm -> !TAKEN.contains(algorithm));
        if (taken.isEmpty()) {
            throw refused("the issuer offers no algorithm that is taken");
        }
        JWKSource<SecurityContext> keys = (selector, context) -> discovery.keys(selector, deadline);
        return new JWSVerificationKeySelector<>(taken, keys);
    }

    /** The validator looks at {@code azp} only where there are several audiences. */
    private Map<String, Object> ours(Map<String, Object> claims) {
        Object party = claims.get("azp");
        if (party != null && !party.equals(clientId.getValue())) {
            throw refused("it was issued to another client");
        }
        return claims;
    }

    private static String reason(BadJOSEException e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof BadJWSException) {
            return "its signature is wrong";
        }
        if (!(e instanceof BadJWTException)) {
            return "it is signed by no key of the issuer, or under an algorithm that is not taken";
        }
        return SAYABLE.stream().anyMatch(message::startsWith) ? message.split(":", 2)[0] : "its claims are no good";
    }

    private static OAuthException refused(String why) {
        return Failures.failed("the ID token is refused: " + why);
    }
}
