package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.Caller;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.Knight;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cookies and other sites, where a client that does not say where a request comes from may pass. */
class CrossSiteTest extends CrossSiteContract {

    private int count;

    CrossSiteTest() {
        super(false);
    }

    private static Caller fromAvalon(Caller caller) {
        return caller.with("Sec-Fetch-Site", "cross-site", "Origin", "https://avalon.bt");
    }

    @ParameterizedTest
    @CsvSource({"GET, 200", "HEAD, 200", "OPTIONS, 200", "POST, 403", "PUT, 403", "PATCH, 403", "DELETE, 403"})
    void theMethodSaysWhetherSomethingIsChanged(String method, int status) {
        Caller arthur = fromAvalon(server.cookie(server.find(Camelot.ARTHUR)));
        assertThat(arthur.send(method, "/halls/active", "").statusCode()).isEqualTo(status);
    }

    @Test
    void aSignedCookieIsProtectedToo() {
        Knight arthur = server.find(Camelot.ARTHUR);
        Caller caller = fromAvalon(server.nobody().withCookie("signed", server.token("signed-cookie", arthur)));
        assertThat(caller.post("/halls/active", "").body()).isEqualTo(REJECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH,  /users/me",
        "DELETE, /users/me",
        "POST,   /auth/cookie/logout",
        "POST,   /auth/logout-all",
    })
    void nothingOfHersIsChangedFromAnotherSite(String method, String path) {
        Knight gawain = server.knight("gawain" + count++);
        Caller caller = server.cookie(gawain);
        HttpResponse<String> answer =
                fromAvalon(caller).send(method, path, "{\"password\":\"the oath of the table\",\"shield\":\"ours\"}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo(REJECTED);
        assertThat(server.users().findById(gawain.id()).orElseThrow().rowVersion())
                .isEqualTo(gawain.rowVersion());
        assertThat(caller.get("/halls/active").statusCode()).isEqualTo(200);
    }

    @Test
    void aBadCookieIsNoTokenFromAnywhere() {
        Caller caller = fromAvalon(server.nobody().withCookie("__Host-usher", "garbage"));
        assertThat(caller.post("/halls/active", "").statusCode()).isEqualTo(401);
    }

    @Test
    void aGoodBearerTokenBesideTheCookieCountsWhateverTheOrder() {
        Caller caller = fromAvalon(server.cookie(server.find(Camelot.ARTHUR))).with("X-Secret", "excalibur");
        Knight merlin = server.find(Camelot.MERLIN);
        HttpResponse<String> answer =
                caller.bearing(server.token("secret", merlin)).post("/halls/active", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("merlin@camelot.bt");
    }

    @Test
    void isJudgedBeforeTheForm() {
        HttpResponse<String> answer = fromAvalon(server.nobody()).login("cookie", "", "");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo(REJECTED);
    }
}
