package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider that fails, or says what cannot be trusted: 502, nobody is signed in, and nothing is stored. */
@Contract
class ProviderFailureTest {

    private final Portal portal;
    private final Api api;
    private final MemberTable table;

    ProviderFailureTest(Portal portal, MemberTable table) {
        this.portal = portal;
        this.api = portal.api();
        this.table = table;
    }

    private void assertBadGateway(Answer answer, int usersBefore) {
        assertThat(answer).refuses(502, "OAUTH_PROVIDER_ERROR");
        assertThat(answer.cookies()).isEmpty();
        assertThat(table.count()).isEqualTo(usersBefore);
    }

    /** What a good ID token says to a visit. */
    private Map<String, Object> claims(Visit visit) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", portal.avalon().issuer());
        claims.put("aud", List.of(Avalon.CLIENT_ID));
        claims.put("sub", "avalon|" + visit.cookie());
        claims.put("nonce", visit.sent("nonce"));
        claims.put("email", Person.named("Mordred").email());
        return claims;
    }

    private Answer comeBackTo(Visit visit, Map<String, Object> claims) {
        portal.avalon().identifyNext(claims);
        return visit.comeBackWith("any");
    }

    @Test
    void isNoneWhereTheIdTokenIsGood() {
        Visit visit = Visit.begin(api);
        assertThat(comeBackTo(visit, claims(visit))).isEmpty(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "nonce", "exp", "iat"})
    void thatLeavesAClaimOutOfTheIdToken(String claim) {
        Visit visit = Visit.begin(api);
        Map<String, Object> claims = claims(visit);
        claims.put(claim, null);
        int before = table.count();
        assertBadGateway(comeBackTo(visit, claims), before);
        assertThat(visit.comeBackWith("any")).refuses(400, "OAUTH_INVALID_STATE");
    }

    static List<Arguments> badClaims() {
        return List.of(
                Arguments.of("iss", "https://camlann.example"),
                Arguments.of("aud", List.of("camlann")),
                Arguments.of("aud", List.of()),
                Arguments.of("azp", "camlann"),
                Arguments.of("sub", ""),
                Arguments.of("nonce", "another"),
                Arguments.of("exp", Date.from(Instant.now().minusSeconds(600))),
                Arguments.of("iat", Date.from(Instant.now().plusSeconds(600))),
                Arguments.of("email", 17));
    }

    @ParameterizedTest
    @MethodSource("badClaims")
    void thatSaysInTheIdTokenWhatCannotBe(String claim, Object value) {
        Visit visit = Visit.begin(api);
        Map<String, Object> claims = claims(visit);
        claims.put(claim, value);
        int before = table.count();
        assertBadGateway(comeBackTo(visit, claims), before);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "500 | {\"error\":\"server_error\"}",
                "503 | ~~",
                "302 | ~~",
                "200 | no JSON",
                "200 | null",
                "200 | {}",
                "200 | {\"access_token\":\"a\",\"token_type\":\"Bearer\"}",
                "200 | {\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"a.b.c\"}",
                "401 | {\"error\":\"invalid_client\"}",
            })
    void thatGivesNoTokens(int status, String body) {
        int before = table.count();
        portal.avalon().answerNext(status, body);
        assertBadGateway(Visit.begin(api).comeBackWith("any"), before);
    }

    @Test
    void thatCannotBeReached(Launch launch) {
        try (QuickstartProcess process = Avalon.lost(launch).start()) {
            Api lost = process.api();
            Caller caller = Caller.of(lost, lost.registered("Mordred"));
            int before = table.count();
            assertBadGateway(lost.get(Avalon.PATH + "/authorize"), before);
            assertBadGateway(caller.get(Avalon.ASSOCIATE + "/authorize"), before);
            assertThat(process.err()).anyMatch(line -> line.contains("no sign-in at openid"));
            assertThat(process.output()).doesNotContain(Avalon.CLIENT_SECRET);
        }
    }
}
