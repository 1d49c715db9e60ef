package dev.usher.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Another service that knows nothing but where our public keys are and who we are: a real MicroProfile JWT (SmallRye),
 * which shares no line with what signs.
 */
class MicroProfileJwtTest {

    private static final String CAMELOT = "https://camelot.bt";
    private static final TokenGrant ARTHUR = new TokenGrant(
            "arthur", 7, "arthur@camelot.bt", Set.of("superuser", "verified"), Map.of("tenant", "camelot"));

    private final List<HttpServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "HS256")
    void learnsNameAndGroups(JwtAlgorithm algorithm) throws Exception {
        JwtStrategy strategy = strategy(algorithm, TestKeys.ours(algorithm), CAMELOT);

        JsonWebToken token = parser(algorithm, served(strategy), CAMELOT).parse(strategy.issue(ARTHUR));

        assertThat(token.getName()).isEqualTo("arthur@camelot.bt");
        assertThat(token.getSubject()).isEqualTo("arthur");
        assertThat(token.getGroups()).containsExactlyInAnyOrder("superuser", "verified");
        assertThat(token.getIssuer()).isEqualTo(CAMELOT);
        assertThat(token.getAudience()).containsExactly("fastapi-users:auth");
        assertThat(token.<Object>getClaim("tenant")).hasToString("camelot");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "HS256")
    void stillKnowsThePreviousKey(JwtAlgorithm algorithm) throws Exception {
        KeyPair before = TestKeys.strangers(algorithm);
        JwtStrategy old = strategy(algorithm, before, CAMELOT);
        JwtStrategy rotated = strategy(algorithm, TestKeys.ours(algorithm), CAMELOT, TestKeys.publicPem(before));
        JWTParser parser = parser(algorithm, served(rotated), CAMELOT);

        assertThat(parser.parse(old.issue(ARTHUR)).getSubject()).isEqualTo("arthur");
        assertThat(parser.parse(rotated.issue(ARTHUR)).getSubject()).isEqualTo("arthur");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "HS256")
    void refusesAnotherIssuerAndAnotherKey(JwtAlgorithm algorithm) throws Exception {
        KeyPair ours = TestKeys.ours(algorithm);
        JWTParser parser = parser(algorithm, served(strategy(algorithm, ours, CAMELOT)), CAMELOT);
        JwtStrategy otherIssuer = strategy(algorithm, ours, "https://mordred.bt");
        JwtStrategy otherKey = strategy(algorithm, TestKeys.strangers(algorithm), CAMELOT);

        for (JwtStrategy other : List.of(otherIssuer, otherKey)) {
            assertThatExceptionOfType(ParseException.class).isThrownBy(() -> parser.parse(other.issue(ARTHUR)));
        }
    }

    private static JwtStrategy strategy(JwtAlgorithm algorithm, KeyPair pair, String issuer, String... previousKeys) {
        JwtKeys keys = JwtKeys.of(algorithm, TestKeys.privatePem(pair), List.of(previousKeys));
        return new JwtStrategy(
                new JwtSettings(keys, JwtSettings.DEFAULT_LIFETIME, JwtSettings.DEFAULT_AUDIENCE, issuer));
    }

    /** Where the public keys of a strategy can be fetched. */
    private String served(JwtStrategy strategy) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        servers.add(server);
        byte[] keys = strategy.publicKeys().getBytes(UTF_8);
        server.createContext("/keys", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        return "http://localhost:" + server.getAddress().getPort() + "/keys";
    }

    private static JWTParser parser(JwtAlgorithm algorithm, String keys, String issuer) {
        JWTAuthContextInfo service = new JWTAuthContextInfo();
        service.setPublicKeyLocation(keys);
        service.setIssuedBy(issuer);
        service.setSignatureAlgorithm(
                Set.of(SignatureAlgorithm.valueOf(algorithm.name().toUpperCase(Locale.ROOT))));
        return new DefaultJWTParser(service);
    }
}
