package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who does not pass each guarded endpoint, and the challenge she gets (RFC 6750). */
@Contract
@TestInstance(Lifecycle.PER_CLASS)
class GuardTest {

    private static final String NONE = "Bearer";
    private static final String INVALID =
            "Bearer error=\"invalid_token\", error_description=\"The token is malformed, expired or ended\"";
    private static final String INSUFFICIENT = "Bearer error=\"insufficient_scope\"";

    private final Api api;
    private final MemberTable table;
    private Person bors = Person.named("Bors");
    private Caller member;
    private Caller inactive;
    private Caller gone;

    GuardTest(Api api, MemberTable table) {
        this.api = api;
        this.table = table;
        this.member = Caller.nobody(api);
        this.inactive = member;
        this.gone = member;
    }

    @BeforeAll
    void logIn() {
        bors = api.registered("Bors");
        member = Caller.of(api, bors);
        Person percival = api.registered("Percival");
        inactive = Caller.of(api, percival);
        table.setActive(percival, false);
        table.setSuperuser(percival, true);
        Person elaine = api.registered("Elaine");
        gone = Caller.of(api, elaine);
        table.delete(elaine);
    }

    enum Endpoint {
        ME("GET", "/users/me"),
        UPDATE_ME("PATCH", "/users/me"),
        DELETE_ME("DELETE", "/users/me"),
        LOGOUT("POST", "/auth/jwt/logout"),
        LOGOUT_COOKIE("POST", "/auth/cookie/logout"),
        LOGOUT_UNKNOWN("POST", "/auth/carrier-pigeon/logout"),
        LOGOUT_ALL("POST", "/auth/logout-all"),
        LIST("GET", "/users"),
        GET("GET", "/users/{id}"),
        UPDATE("PATCH", "/users/{id}"),
        DELETE("DELETE", "/users/{id}"),
        GET_UNKNOWN("GET", "/users/unknown"),
        UPDATE_UNKNOWN("PATCH", "/users/unknown"),
        DELETE_UNKNOWN("DELETE", "/users/unknown");

        final String method;
        final String path;

        Endpoint(String method, String path) {
            this.method = method;
            this.path = path;
        }

        boolean forSuperusers() {
            return path.startsWith("/users") && !path.equals("/users/me");
        }
    }

    private Answer ask(Caller caller, Endpoint endpoint) {
        return caller.send(endpoint.method, endpoint.path.replace("{id}", bors.id()), "{\"password\": 7}");
    }

    enum Stranger {
        WITHOUT_A_TOKEN(NONE),
        UNDER_ANOTHER_SCHEME(NONE),
        WITH_ANOTHER_COOKIE(NONE),
        WITH_A_BAD_TOKEN(INVALID),
        WITH_A_BAD_COOKIE(INVALID),
        INACTIVE(INVALID),
        GONE(INVALID);

        final String challenge;

        Stranger(String challenge) {
            this.challenge = challenge;
        }
    }

    private Caller as(Stranger stranger) {
        Caller nobody = Caller.nobody(api);
        return switch (stranger) {
            case WITHOUT_A_TOKEN -> nobody;
            case UNDER_ANOTHER_SCHEME -> nobody.with("Authorization", "Basic Ym9yczpndWluZXZlcmU=");
            case WITH_ANOTHER_COOKIE -> nobody.presenting("usher=" + "A".repeat(43));
            case WITH_A_BAD_TOKEN -> nobody.bearing("excalibur");
            case WITH_A_BAD_COOKIE -> nobody.presenting("__Host-usher=" + "A".repeat(43));
            case INACTIVE -> inactive;
            case GONE -> gone;
        };
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void strangersAreUnauthorized(Endpoint endpoint, Stranger stranger) {
        assertThat(ask(as(stranger), endpoint))
                .refuses(401, "Unauthorized")
                .has("WWW-Authenticate", stranger.challenge);
    }

    static Stream<Arguments> strangers() {
        return Arrays.stream(Endpoint.values()).flatMap(endpoint -> Arrays.stream(Stranger.values())
                .map(stranger -> Arguments.of(endpoint, stranger)));
    }

    /** For one's own id, too. */
    @ParameterizedTest
    @MethodSource("superusersEndpoints")
    void membersAreForbiddenWhatIsForSuperusers(Endpoint endpoint) {
        assertThat(ask(member, endpoint)).refuses(403, "Forbidden").has("WWW-Authenticate", INSUFFICIENT);
    }

    static List<Endpoint> superusersEndpoints() {
        return Arrays.stream(Endpoint.values()).filter(Endpoint::forSuperusers).toList();
    }
}
