package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.Caller;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.roundtable.Visit;
import dev.usher.testkit.Knight;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Linking an account at a provider to the account one has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OAuthAssociateTest {

    private static final String PATH = "/auth/associate/avalon";

    private final RoundTableServer server = new RoundTableServer();

    @AfterAll
    void stop() {
        server.close();
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.body()).isEqualTo("{\"detail\":\"" + detail + "\"}");
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    private HttpResponse<String> link(Caller caller, String accountId) {
        return Visit.begin(server, caller, PATH).comeBackAs(accountId, accountId + "@avalon.bt", false);
    }

    @Test
    void letsAUserSignInByItFromThenOn() {
        Knight gawain = server.knight("gawain");
        HttpResponse<String> answer = link(server.bearer(gawain), "green");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(gawain.id().toString(), "gawain@camelot.bt");
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThat(Visit.cookie(answer)).contains("=; Max-Age=0;");
        HttpResponse<String> signIn =
                Visit.begin(server, server.nobody(), "/auth/avalon").comeBackAs("green", "somebody@else.bt", true);
        assertThat(signIn.statusCode()).isEqualTo(204);
        assertThat(signIn.headers().allValues("X-Welcome")).isEmpty();
        assertThat(signIn.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("__Host-usher="));
    }

    @Test
    void againChangesNothing() {
        Caller bors = server.bearer(server.knight("bors"));
        assertThat(link(bors, "bors").statusCode()).isEqualTo(200);
        assertThat(link(bors, "bors").statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotTakeTheAccountOfAnother() {
        assertThat(link(server.bearer(server.knight("balin")), "twin").statusCode())
                .isEqualTo(200);
        assertRefused(link(server.bearer(server.knight("balan")), "twin"), 400, "OAUTH_USER_ALREADY_EXISTS");
    }

    @Test
    void isForUsersOnly() {
        for (String path : new String[] {"/authorize", "/callback", "/callback?error=access_denied"}) {
            HttpResponse<String> answer = server.get(PATH + path);
            assertRefused(answer, 401, "Unauthorized");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        }
        assertRefused(server.get("/auth/associate/camlann/authorize"), 401, "Unauthorized");
        assertRefused(
                server.bearer(server.knight("dinadan")).get("/auth/associate/camlann/authorize"), 404, "Not Found");
    }

    @Test
    void refusesTheStateOfAnotherUser() {
        Visit ywain = Visit.begin(server, server.bearer(server.knight("ywain")), PATH);
        String code = ywain.code("lion", "lion@avalon.bt", true);
        Caller other = server.bearer(server.knight("calogrenant")).withCookie("__Host-usher-oauth", ywain.key());
        assertRefused(ywain.comeBackBy(other, code, ywain.query("state")), 400, "OAUTH_INVALID_STATE");
        assertThat(ywain.comeBackWith(code).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesTheStateOfASignIn() {
        Caller geraint = server.bearer(server.knight("geraint"));
        Visit signIn = Visit.begin(server, geraint, "/auth/avalon");
        Visit linking = new Visit(server, signIn.browser(), PATH, signIn.url(), signIn.key());
        assertRefused(linking.comeBackAs("enide", "enide@avalon.bt", true), 400, "OAUTH_INVALID_STATE");
        Visit begun = Visit.begin(server, geraint, PATH);
        Visit asSignIn = new Visit(server, begun.browser(), "/auth/avalon", begun.url(), begun.key());
        assertRefused(asSignIn.comeBackAs("enide", "enide@avalon.bt", true), 400, "OAUTH_INVALID_STATE");
    }

    @Test
    void linksNothingOnceTheTokenHasEnded() {
        Caller sagramore = server.bearer(server.knight("sagramore"));
        Visit visit = Visit.begin(server, sagramore, PATH);
        String code = visit.code("desirous", "desirous@avalon.bt", true);
        assertThat(sagramore.post("/auth/logout-all", "").statusCode()).isEqualTo(204);
        assertRefused(visit.comeBackWith(code), 401, "Unauthorized");
    }

    @Test
    void linksNothingWhereTheTokenIsEndedWhileTheProviderIsAsked() {
        Caller aglovale = server.bearer(server.knight("aglovale"));
        Visit visit = Visit.begin(server, aglovale, PATH);
        String code = visit.code("thief", "thief@avalon.bt", true);
        visit.provider().meanwhile(() -> assertThat(
                        aglovale.post("/auth/logout-all", "").statusCode())
                .isEqualTo(204));
        HttpResponse<String> answer = visit.comeBackWith(code);
        assertRefused(answer, 401, "Unauthorized");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).contains("invalid_token");
    }

    @Test
    void leadsAFormToALink() {
        HttpResponse<String> form = server.send(
                "POST", PATH + "/callback", "code=c&state=s", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(form.statusCode()).isEqualTo(303);
        assertThat(form.headers().firstValue("Location"))
                .contains(server.uri(PATH + "/callback?code=c&state=s").toString());
    }
}
