package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Email;
import dev.usher.roundtable.Caller;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.spi.AccessToken;
import dev.usher.spi.AccessTokenDatabase;
import dev.usher.spi.Secret;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.Knight;
import dev.usher.token.JwtSettings;
import dev.usher.token.JwtStrategy;
import dev.usher.token.TokenGrant;
import dev.usher.token.TokenStrategy;
import dev.usher.token.TokenSubject;
import jakarta.enterprise.util.TypeLiteral;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract's "Who passes a guard": every kind of caller before every guard, however the token is presented. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardTableTest {

    private static final List<String> GUARDS =
            List.of("open", "optional", "optional-both", "active", "verified", "superuser", "both");

    /** By caller and guard: 2 is 200 with the user, 0 is 200 without her, 1 is 401, 3 is 403. */
    private static final String TABLE = """
            nobody              0 0 0 1 1 1 1
            forged              0 0 0 1 1 1 1
            expired             0 0 0 1 1 1 1
            percival            0 0 0 1 1 1 1
            king.arthur         0 2 0 2 3 3 3
            lake.lady           0 2 0 2 2 3 3
            morgan              0 2 0 2 3 2 3
            merlin              0 2 2 2 2 2 2
            """;

    private static final List<String> BACKENDS = List.of("jwt", "opaque", "cookie", "signed-cookie");

    private final RoundTableServer server = new RoundTableServer();

    GuardTableTest() {
        server.knight("morgan", morgan -> morgan.superuser(true));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<Cell> cells() {
        return TABLE.lines()
                .map(line -> line.split(" +"))
                .flatMap(row -> IntStream.range(0, GUARDS.size()).boxed().flatMap(i -> BACKENDS.stream()
                        .map(backend -> new Cell(row[0], backend, GUARDS.get(i), row[i + 1].charAt(0)))));
    }

    private record Cell(String caller, String backend, String guard, char outcome) {}

    @ParameterizedTest
    @MethodSource("cells")
    void theFirstFailingRuleAnswers(Cell cell) {
        HttpResponse<String> answer = caller(cell.caller(), cell.backend()).get("/halls/" + cell.guard());

        List<String> challenges = answer.headers().allValues("WWW-Authenticate");
        switch (cell.outcome()) {
            case '2' -> assertThat(answer.body()).isEqualTo(cell.caller() + "@camelot.bt");
            case '0' -> assertThat(answer.body()).isEqualTo("nobody");
            case '1' -> {
                assertThat(answer.body()).isEqualTo("{\"detail\":\"Unauthorized\"}");
                assertThat(challenges)
                        .containsExactly(
                                cell.caller().equals("nobody")
                                        ? "Bearer"
                                        : "Bearer error=\"invalid_token\","
                                                + " error_description=\"The token is malformed, expired or ended\"");
            }
            default -> {
                assertThat(answer.body()).isEqualTo("{\"detail\":\"Forbidden\"}");
                assertThat(challenges).containsExactly("Bearer error=\"insufficient_scope\"");
            }
        }
        assertThat(answer.statusCode()).isEqualTo(cell.outcome() == '1' ? 401 : cell.outcome() == '3' ? 403 : 200);
    }

    private Caller caller(String name, String backend) {
        if (name.equals("nobody")) {
            return server.nobody();
        }
        String token =
                switch (name) {
                    case "forged" -> forged(server.backend(backend).strategy());
                    case "expired" -> expired(server.backend(backend).strategy());
                    default -> server.token(backend, named(name));
                };
        return switch (backend) {
            case "cookie" -> server.nobody().withCookie("__Host-usher", token);
            case "signed-cookie" -> server.nobody().withCookie("signed", token);
            default -> server.nobody().bearing(token);
        };
    }

    private Knight named(String name) {
        return server.users().findByEmail(Email.of(name + "@camelot.bt")).orElseThrow();
    }

    /** What looks like a token of Merlin's, but was not issued here. */
    private String forged(TokenStrategy strategy) {
        return strategy.issuesReferences()
                ? strategy.issue(grant())
                : jwt("another sword, in another stone, for another king", Clock.systemUTC());
    }

    private String expired(TokenStrategy strategy) {
        Instant longAgo = Instant.now().minus(Duration.ofDays(30));
        if (!strategy.issuesReferences()) {
            return jwt("the sword in the stone is mine to draw", Clock.fixed(longAgo, ZoneOffset.UTC));
        }
        String token = strategy.issue(grant());
        TokenSubject.Reference read =
                (TokenSubject.Reference) strategy.read(token).orElseThrow();
        Knight merlin = server.find(Camelot.MERLIN);
        server.get(new TypeLiteral<AccessTokenDatabase<Knight, UUID>>() {})
                .insert(new AccessToken<>(
                        read.digest(), merlin.id(), merlin.tokenVersion(), longAgo, longAgo.plusSeconds(60)));
        return token;
    }

    private String jwt(String secret, Clock clock) {
        JwtSettings settings =
                new JwtSettings(Secret.of(secret), JwtSettings.DEFAULT_LIFETIME, JwtSettings.DEFAULT_AUDIENCE);
        return new JwtStrategy(settings, clock).issue(grant());
    }

    private TokenGrant grant() {
        Knight merlin = server.find(Camelot.MERLIN);
        return new TokenGrant(merlin.id().toString(), merlin.tokenVersion());
    }
}
