package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Email;
import dev.usher.LinkedAccounts;
import dev.usher.roundtable.AtOnce;
import dev.usher.roundtable.Avalon;
import dev.usher.roundtable.Caller;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.roundtable.Visit;
import dev.usher.spi.OAuthAccount;
import dev.usher.spi.OAuthAccountDatabase;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.Knight;
import jakarta.enterprise.util.TypeLiteral;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in at a provider. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OAuthTest {

    private static final String PATH = "/auth/avalon";
    /** {@code null.{}.} with a signature of one byte: Nimbus takes it for a token. */
    private static final String NULL_HEADER = "bnVsbA.e30.AA";

    private static final String GONE = "__Host-usher-oauth=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=lax";

    private final RoundTableServer server = new RoundTableServer();

    @AfterAll
    void stop() {
        server.close();
    }

    private Visit visit() {
        return Visit.begin(server, server.nobody(), PATH);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.body()).isEqualTo("{\"detail\":\"" + detail + "\"}");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    private static void assertRefused(HttpResponse<String> answer, String code) {
        assertRefused(answer, 400, code);
    }

    /** A caller with the session that an answer brought. */
    private Caller signedIn(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        String session = answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("__Host-usher="))
                .map(cookie -> cookie.replaceAll("^[^=]+=([^;]*);.*", "$1"))
                .findFirst()
                .orElseThrow();
        return server.nobody().withCookie("__Host-usher", session);
    }

    private OAuthAccount stored(UUID user) {
        List<OAuthAccount> accounts = server.get(new TypeLiteral<OAuthAccountDatabase<Knight, UUID>>() {})
                .findAccounts(user);
        assertThat(accounts).hasSize(1);
        return accounts.get(0);
    }

    private Knight find(String email) {
        return server.users().findByEmail(Email.of(email)).orElseThrow();
    }

    @Nested
    class Authorize {

        @Test
        void saysWhereToGoAndGivesTheBrowserAKey() {
            HttpResponse<String> answer = server.get(PATH + "/authorize");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).matches("\\{\"authorization_url\":\"https://avalon\\.example/authorize\\?.*\"}");
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(Visit.cookie(answer))
                    .matches(
                            "__Host-usher-oauth=[A-Za-z0-9_-]{43}; Max-Age=3600; Path=/; HttpOnly; Secure; SameSite=lax");
        }

        @Test
        void sendsTheBrowserBackToTheCallback() {
            assertThat(visit().query("redirect_uri"))
                    .isEqualTo(server.uri(PATH + "/callback").toString());
        }

        @ParameterizedTest
        @ValueSource(strings = {"/auth/avalon/authorize/", "/auth/avalon;a=b/authorize"})
        void sendsTheBrowserBackToTheCallbackHoweverThePathIsSpelled(String path) {
            HttpResponse<String> answer = server.get(path);
            assertThat(answer.body())
                    .contains("redirect_uri="
                            + URLEncoder.encode(server.uri(PATH + "/callback").toString(), StandardCharsets.UTF_8));
        }

        @Test
        void sendsTheBrowserToWhereTheApplicationSays() {
            Visit visit = Visit.begin(server, server.nobody(), "/postern/avalon");
            assertThat(visit.query("redirect_uri")).isEqualTo("https://camelot.bt/app/postern/avalon/callback");
            HttpResponse<String> answer = visit.comeBackAs("blamor", "blamor@camelot.bt", true);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"token_type\":\"bearer\"");
            HttpResponse<String> form = server.send(
                    "POST",
                    "/postern/avalon/callback",
                    "code=c&state=s",
                    "Content-Type",
                    "application/x-www-form-urlencoded");
            assertThat(form.headers().firstValue("Location"))
                    .contains("https://camelot.bt/app/postern/avalon/callback?code=c&state=s");
        }

        @Test
        void givesEachVisitItsOwnSecrets() {
            Visit one = visit();
            Visit other = visit();
            for (String secret : List.of("state", "nonce", "code_challenge")) {
                assertThat(one.query(secret)).isNotEqualTo(other.query(secret));
            }
        }

        @Test
        void asksForTheScopesThatAreWanted() {
            HttpResponse<String> answer = server.get(PATH + "/authorize?scopes=grail&scopes=https://lake/sword");
            assertThat(answer.body()).contains("scope=grail+https");
        }

        @ParameterizedTest
        @ValueSource(strings = {"two%20words", "%22", "", "caf%C3%A9", "%00"})
        void refusesWhatIsNoScope(String scope) {
            HttpResponse<String> answer = server.get(PATH + "/authorize?scopes=" + scope);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("\"loc\":[\"query\",\"scopes\"]");
        }

        @Test
        void knowsNoOtherProvider() {
            assertRefused(server.get("/auth/camlann/authorize"), 404, "Not Found");
            assertRefused(server.get("/auth/camlann/callback?code=c&state=s"), 404, "Not Found");
        }
    }

    @Nested
    class Newcomer {

        @Test
        void isRegisteredAndSignedIn() {
            HttpResponse<String> answer = visit().comeBackAs("galahad", "Galahad@Camelot.bt", true);
            Caller galahad = signedIn(answer);
            assertThat(Visit.cookie(answer)).isEqualTo(GONE);
            assertThat(answer.headers().allValues("Cache-Control")).contains("no-store");
            assertThat(galahad.get("/users/me").body())
                    .contains(
                            "\"email\":\"galahad@camelot.bt\",\"is_active\":true,\"is_superuser\":false,\"is_verified\":true");
        }

        @Test
        void isNotVerifiedUnlessTheProviderSaysSo() {
            signedIn(visit().comeBackAs("meleagant", "meleagant@camelot.bt", false));
            assertThat(find("meleagant@camelot.bt").verified()).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"!", "", " ", "access to bedivere"})
        void hasNoPassword(String password) {
            String name = "bedivere" + password.length();
            signedIn(visit().comeBackAs(name, name + "@camelot.bt", true));
            HttpResponse<String> login = server.nobody().login("jwt", name + "@camelot.bt", password);
            assertThat(login.statusCode()).isIn(400, 422);
        }

        @Test
        void isTheSameUserNextTime() {
            signedIn(visit().comeBackAs("ector", "ector@camelot.bt", true));
            UUID ector = find("ector@camelot.bt").id();
            Caller again = signedIn(visit().comeBackAs("ector", "ector.of.the.forest@camelot.bt", true));
            assertThat(again.get("/users/me").body()).contains(ector.toString(), "\"email\":\"ector@camelot.bt\"");
            assertThat(stored(ector).accountEmail()).isEqualTo("ector.of.the.forest@camelot.bt");
        }

        @Test
        void whoComesManyTimesAtOnceIsOneUser() {
            List<Visit> visits = IntStream.range(0, 8).mapToObj(i -> visit()).toList();
            List<String> codes = visits.stream()
                    .map(visit -> visit.code("lamorak", "lamorak@camelot.bt", true))
                    .toList();
            List<HttpResponse<String>> answers =
                    AtOnce.run(8, i -> visits.get(i).comeBackWith(codes.get(i)));
            String lamorak = find("lamorak@camelot.bt").id().toString();
            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(signedIn(answer).get("/users/me").body()).contains(lamorak));
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", "nobody", "a@localhost", "a@b.test"})
        void needsAnAddress(String email) {
            assertRefused(visit().comeBackAs("nameless", email, true), "OAUTH_NOT_AVAILABLE_EMAIL");
        }

        @ParameterizedTest
        @CsvSource({"true", "false"})
        void doesNotGetTheAccountOfWhoHasTheAddress(boolean verified) {
            for (Camelot person : List.of(Camelot.ARTHUR, Camelot.LADY_OF_THE_LAKE, Camelot.PERCIVAL)) {
                assertRefused(
                        visit().comeBackAs("impostor", person.email().value(), verified), "OAUTH_USER_ALREADY_EXISTS");
            }
        }
    }

    @Test
    void whoLogsOutHasNoKeyEither() {
        Caller caller = signedIn(visit().comeBackAs("dagonet", "dagonet@camelot.bt", true));
        for (String path : List.of("/auth/cookie/logout", "/auth/logout-all")) {
            HttpResponse<String> answer =
                    server.bearer(server.knight("jester" + path.length())).post(path, "");
            assertThat(Visit.cookie(answer)).isEqualTo(GONE);
        }
        assertThat(caller.get("/users/me").statusCode()).isEqualTo(200);
    }

    @Test
    void whoseTokenHasNoHeaderIsNobody() {
        assertThat(server.nobody().bearing(NULL_HEADER).get("/users/me").statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoIsInactiveIsNotSignedIn() {
        signedIn(visit().comeBackAs("agravain", "agravain@camelot.bt", true));
        Knight agravain = find("agravain@camelot.bt");
        agravain.active(false);
        server.users().update(agravain);
        assertRefused(visit().comeBackAs("agravain", "agravain@camelot.bt", true), "LOGIN_BAD_CREDENTIALS");
    }

    @Test
    void theTokensOfTheProviderAreStoredUnreadable() {
        Caller caller = signedIn(visit().comeBackAs("tristan", "tristan@camelot.bt", true));
        UUID tristan = find("tristan@camelot.bt").id();
        assertThat(caller.get("/users/me").body()).doesNotContain("access to", "oauth");
        assertThat(stored(tristan).accessToken()).startsWith("ey").doesNotContain("tristan");
        @SuppressWarnings("unchecked") // the application's users are knights
        LinkedAccounts<Knight, UUID> linked =
                (LinkedAccounts<Knight, UUID>) server.get(new TypeLiteral<LinkedAccounts<?, ?>>() {});
        assertThat(linked.find(tristan)).singleElement().satisfies(account -> {
            assertThat(account.accessToken()).isEqualTo("access to tristan");
            assertThat(account.refreshToken()).isEqualTo("refresh of tristan");
            assertThat(account).asString().doesNotContain("access to");
        });
    }

    @Nested
    class State {

        @Test
        void isNeeded() {
            Visit visit = visit();
            String code = visit.code("pellinore", "pellinore@camelot.bt", true);
            assertRefused(visit.browser().get(PATH + "/callback?code=c"), "ACCESS_TOKEN_DECODE_ERROR");
            for (String forged :
                    List.of("", "state", NULL_HEADER, visit.query("state") + "x", server.token(Camelot.MERLIN))) {
                assertRefused(visit.comeBackBy(visit.browser(), code, forged), "ACCESS_TOKEN_DECODE_ERROR");
            }
            signedIn(visit.comeBackWith(code));
        }

        @Test
        void ofAnotherBrowserIsRefusedBeforeTheCodeIsRedeemed() {
            Visit visit = visit();
            String code = visit.code("palamedes", "palamedes@camelot.bt", true);
            for (Caller other : List.of(
                    server.nobody(),
                    visit().browser(),
                    server.nobody().withCookie("__Host-usher-oauth", ""),
                    server.nobody().withCookie("__Host-usher-oauth", "short"),
                    server.nobody().withCookie("__Host-usher-oauth", "\u00e9".repeat(40)),
                    visit.browser().withCookie("__Host-usher-oauth", "x".repeat(43)))) {
                assertRefused(visit.comeBackBy(other, code, visit.query("state")), "OAUTH_INVALID_STATE");
            }
            signedIn(visit.comeBackWith(code));
        }

        @Test
        void ofAnotherProviderIsRefused() {
            Visit avalon = visit();
            Visit elsewhere = new Visit(server, avalon.browser(), "/auth/tintagel", avalon.url(), avalon.key());
            assertRefused(elsewhere.comeBackAs("uther", "uther@camelot.bt", true), "OAUTH_INVALID_STATE");
        }

        @Test
        void isUsedOnce() {
            Visit visit = visit();
            signedIn(visit.comeBackAs("kay", "kay@camelot.bt", true));
            assertRefused(visit.comeBackAs("kay", "kay@camelot.bt", true), "OAUTH_INVALID_STATE");
        }

        @Test
        void isUsedOnceAlsoByManyAtOnce() {
            Visit visit = visit();
            String code = visit.code("lucan", "lucan@camelot.bt", true);
            List<HttpResponse<String>> answers = AtOnce.run(8, i -> visit.comeBackWith(code));
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 204).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() != 204)
                    .allSatisfy(answer -> assertRefused(answer, "OAUTH_INVALID_STATE"));
        }

        @Test
        void isUsedUpByARefusedCode() {
            Visit visit = visit();
            assertRefused(visit.comeBackWith("made up"), "OAUTH_INVALID_CODE");
            assertRefused(visit.comeBackAs("lanval", "lanval@camelot.bt", true), "OAUTH_INVALID_STATE");
        }
    }

    @Nested
    class Provider {

        @Test
        void thatFailsIsABadGateway() {
            assertRefused(visit().comeBackWith(Avalon.STORM), 502, "OAUTH_PROVIDER_ERROR");
        }

        @Test
        void thatRefusesIsQuoted() {
            HttpResponse<String> answer = visit().browser().get(PATH + "/callback?error=access_denied&state=s");
            assertRefused(answer, "access_denied");
            assertThat(visit().browser()
                            .with("Accept", "application/problem+json")
                            .get(PATH + "/callback?error=access_denied")
                            .body())
                    .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
                            + "\"detail\":\"access_denied\",\"code\":\"access_denied\"}");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "?state=s",
                    "?error=",
                    "?error=%00",
                    "?error=%22",
                    "?error=caf%C3%A9",
                    "?error=01234567890123456789012345678901234567890123456789"
                            + "012345678901234567890123456789012345678901234567890"
                })
        void thatSaysNothingIsABadRequest(String query) {
            assertRefused(visit().browser().get(PATH + "/callback" + query), "Bad Request");
        }

        @Test
        void thatAnswersWithAFormIsFollowedByALink() {
            Visit visit = visit();
            String code = visit.code("gaheris", "gaheris@camelot.bt", true);
            HttpResponse<String> form = server.send(
                    "POST",
                    PATH + "/callback",
                    "user=%7B%7D&code=" + code.replace(" ", "+").replace("&", "%26") + "&state=" + visit.query("state"),
                    "Content-Type",
                    "application/x-www-form-urlencoded",
                    "Origin",
                    "https://avalon.example",
                    "Sec-Fetch-Site",
                    "cross-site");
            assertThat(form.statusCode()).isEqualTo(303);
            assertThat(form.headers().allValues("Set-Cookie")).isEmpty();
            String link = form.headers().firstValue("Location").orElseThrow();
            assertThat(link)
                    .startsWith(server.uri(PATH + "/callback?code=").toString())
                    .doesNotContain("user=");
            signedIn(
                    visit.browser().get(link.substring(server.uri("").toString().length())));
        }

        @Test
        void thatRefusesWithAFormIsQuotedToo() {
            HttpResponse<String> form = server.send(
                    "POST",
                    PATH + "/callback",
                    "error=user_cancelled_authorize&state=%7Bx%7D",
                    "Content-Type",
                    "application/x-www-form-urlencoded");
            String link = form.headers().firstValue("Location").orElseThrow();
            assertRefused(server.get(link.substring(server.uri("").toString().length())), "user_cancelled_authorize");
        }
    }
}
