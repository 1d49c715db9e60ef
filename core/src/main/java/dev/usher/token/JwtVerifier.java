package dev.usher.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import java.util.List;
import java.util.Map;

/**
 * The keys a signature may be of, all of one algorithm. What the token's header says can only pick among them or
 * disagree: keys and certificates it brings along are not looked at, and extensions it insists on are not understood
 * (RFC 7515 section 4.1.11).
 *
 * @param byId the keys by the ids that tokens name them with; another id costs no computation
 * @param nameless the keys that tokens without an id may be of
 */
record JwtVerifier(JWSAlgorithm algorithm, Map<String, JWSVerifier> byId, List<JWSVerifier> nameless) {

    JwtVerifier {
        byId = Map.copyOf(byId);
        nameless = List.copyOf(nameless);
    }

    boolean verify(JWSObject jwt) throws JOSEException {
        JWSHeader header = jwt.getHeader();
        if (!algorithm.equals(header.getAlgorithm()) || header.getCriticalParams() != null) {
            return false;
        }
        for (JWSVerifier key : candidates(header)) {
            if (jwt.verify(key)) {
                return true;
            }
        }
        return false;
    }

    private List<JWSVerifier> candidates(JWSHeader header) {
        if (header.getKeyID() == null) {
            return nameless;
        }
        JWSVerifier key = byId.get(header.getKeyID());
        return key == null ? List.of() : List.of(key);
    }
}
