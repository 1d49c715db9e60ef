package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /auth/{provider}/authorize}. */
@Contract
class AuthorizeTest {

    private static final String PATH = Avalon.PATH + "/authorize";

    private final Portal portal;
    private final Api api;

    AuthorizeTest(Portal portal) {
        this.portal = portal;
        this.api = portal.api();
    }

    private Map<String, String> sent() {
        return Avalon.query(Visit.begin(api).url());
    }

    @Test
    void answersWithWhereToSendTheBrowserAndNothingElse() {
        Answer answer = api.get(PATH);
        assertThat(answer).hasStatus(200).has("Content-Type", "application/json");
        assertThat(answer.json().asJsonObject().keySet()).containsExactly("authorization_url");
        assertThat(answer.text("authorization_url")).startsWith(portal.avalon().issuer() + "/authorize?");
        assertThat(answer).has("Cache-Control", "no-store");
    }

    @Test
    void setsACookieForThisBrowserForOneHour() {
        assertThat(api.get(PATH).cookies())
                .singleElement()
                .asString()
                .matches("__Host-usher-oauth=[A-Za-z0-9_-]{43}; Max-Age=3600; Path=/; HttpOnly; Secure; SameSite=lax");
    }

    @Test
    void asksForACodeThatComesBackToTheCallback() {
        assertThat(sent())
                .containsEntry("response_type", "code")
                .containsEntry("client_id", Avalon.CLIENT_ID)
                .containsEntry("redirect_uri", api.url() + Avalon.PATH + "/callback")
                .containsEntry("scope", "openid email")
                .doesNotContainKey("client_secret");
    }

    @Test
    void alwaysSendsANonceAndAChallengeOfPkce() {
        assertThat(sent()).containsEntry("code_challenge_method", "S256");
        assertThat(sent().get("code_challenge")).matches("[A-Za-z0-9_-]{43}");
        assertThat(sent().get("nonce")).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void givesEachVisitItsOwnSecrets() {
        Visit one = Visit.begin(api);
        Visit other = Visit.begin(one.browser(), Avalon.PATH);
        for (String secret : List.of("state", "nonce", "code_challenge")) {
            assertThat(other.sent(secret)).isNotEqualTo(one.sent(secret));
        }
        assertThat(other.cookie()).isNotEqualTo(one.cookie());
    }

    @Test
    void issuesAStateWithTheClaimsOfTheContractForOneHour() {
        JsonObject claims = Jwt.claims(Visit.begin(api).sent("state"));
        assertThat(claims.get("aud")).hasToString("[\"fastapi-users:oauth-state\"]");
        assertThat(claims.getInt("exp") - claims.getInt("iat")).isEqualTo(3600);
    }

    @Test
    void keepsTheSecretsOfTheBrowserOutOfTheState() {
        Visit visit = Visit.begin(api);
        String state = Jwt.claims(visit.sent("state")).toString();
        assertThat(state)
                .doesNotContain(visit.cookie().replaceFirst("^[^=]*=", ""))
                .doesNotContain(visit.sent("nonce"))
                .doesNotContain(visit.sent("code_challenge"));
    }

    @Test
    void asksForMoreWhereMoreIsWanted() {
        Answer answer = api.get(PATH + "?scopes=grail&scopes=https://lake.example/sword");
        Visit visit = new Visit(Caller.nobody(api), Avalon.PATH, URI.create(answer.text("authorization_url")), "");
        assertThat(Arrays.asList(visit.sent("scope").split(" ")))
                .containsExactly("openid", "email", "grail", "https://lake.example/sword");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two%20words", "%22", "%5C", "caf%C3%A9", "%00", "%0A"})
    void refusesWhatIsNoScope(String scope) {
        Answer answer = api.get(PATH + "?scopes=" + scope);
        assertThat(answer).isInvalid("value_error query.scopes");
        assertThat(answer.cookies()).isEmpty();
    }

    @Test
    void refusesMoreScopesThanAnybodyNeeds() {
        assertThat(api.get(PATH + "?" + "scopes=grail&".repeat(50))).hasStatus(200);
        assertThat(api.get(PATH + "?" + "scopes=grail&".repeat(51))).isInvalid("value_error query.scopes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"camlann", "OPENID", "jwt", "cookie", "open%20id", "%00"})
    void knowsNoOtherProvider(String name) {
        assertThat(api.get("/auth/" + name + "/authorize")).refuses(404, "Not Found");
        assertThat(api.get("/auth/" + name + "/callback?code=c&state=s")).refuses(404, "Not Found");
        assertThat(api.postForm("/auth/" + name + "/callback", "code=c&state=s"))
                .refuses(404, "Not Found");
    }

    @Test
    void isForEverybody() {
        assertThat(api.get(PATH, "Authorization", "Bearer excalibur")).hasStatus(200);
        assertThat(api.get(PATH, "Cookie", "__Host-usher=excalibur", "Sec-Fetch-Site", "cross-site"))
                .hasStatus(200);
    }

    @Test
    void takesGetOnly() {
        assertThat(api.send(api.request(PATH), BodyPublishers.noBody())).refuses(405, "Method Not Allowed");
    }
}
