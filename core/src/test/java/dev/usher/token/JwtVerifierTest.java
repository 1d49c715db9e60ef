package dev.usher.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JwtVerifierTest {

    private static final byte[] KEY = new byte[64];

    private final RecordingVerifier named = new RecordingVerifier();
    private final RecordingVerifier nameless = new RecordingVerifier();
    private final JwtVerifier keys = new JwtVerifier(JWSAlgorithm.HS256, Map.of("known", named), List.of(nameless));

    private static JWSObject token(JWSHeader.Builder header) throws Exception {
        JWSObject jwt = new JWSObject(header.build(), new Payload("{}"));
        jwt.sign(new MACSigner(KEY));
        return JWSObject.parse(jwt.serialize());
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm);
    }

    @Test
    void asksTheKeyThatTheTokenNames() throws Exception {
        assertThat(keys.verify(token(header(JWSAlgorithm.HS256).keyID("known"))))
                .isTrue();
        assertThat(named.asked).isEqualTo(1);
        assertThat(nameless.asked).isZero();
    }

    @Test
    void asksTheNamelessKeysWhereTheTokenNamesNone() throws Exception {
        assertThat(keys.verify(token(header(JWSAlgorithm.HS256)))).isTrue();
        assertThat(named.asked).isZero();
        assertThat(nameless.asked).isEqualTo(1);
    }

    @Test
    void computesNothingForAnUnknownKeyAnotherAlgorithmOrAnExtension() throws Exception {
        for (JWSObject token : List.of(
                token(header(JWSAlgorithm.HS256).keyID("unknown")),
                token(header(JWSAlgorithm.HS256).keyID("")),
                token(header(JWSAlgorithm.HS512).keyID("known")),
                token(header(JWSAlgorithm.HS384)),
                token(header(JWSAlgorithm.HS256)
                        .keyID("known")
                        .criticalParams(Set.of("exp"))
                        .customParam("exp", 1)),
                token(header(JWSAlgorithm.HS256)
                        .keyID("known")
                        .criticalParams(Set.of("b64"))
                        .base64URLEncodePayload(true)))) {
            assertThat(keys.verify(token)).as("%s", token.getHeader()).isFalse();
        }
        assertThat(named.asked + nameless.asked).isZero();
    }

    /** Finds every signature good, and counts. */
    private static final class RecordingVerifier implements JWSVerifier {

        private int asked;

        @Override
        public boolean verify(JWSHeader header, byte[] input, Base64URL signature) {
            asked++;
            return true;
        }

        @Override
        public Set<JWSAlgorithm> supportedJWSAlgorithms() {
            return Set.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512);
        }

        @Override
        public JCAContext getJCAContext() {
            return new JCAContext();
        }
    }
}
