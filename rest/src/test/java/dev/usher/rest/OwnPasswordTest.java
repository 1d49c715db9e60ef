package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.Caller;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Knight;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A new password ends every token; a browser is given a new one at once, and nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnPasswordTest {

    private static final String NEW = "{\"password\":\"a longer road to Avalon\"}";

    private final RoundTableServer server = new RoundTableServer();

    @AfterAll
    void stop() {
        server.close();
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    private static int status(Caller caller) {
        return caller.get("/halls/active").statusCode();
    }

    @ParameterizedTest
    @CsvSource({"cookie, __Host-usher, gareth", "signed-cookie, signed, gawain"})
    void theCookieItCameByIsIssuedAnew(String backend, String name, String person) {
        Knight knight = server.knight(person);
        Caller before = server.nobody().withCookie(name, server.token(backend, knight));
        Caller elsewhere = server.bearer(knight);

        HttpResponse<String> answer = before.patch("/users/me", NEW);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(cookies(answer))
                .singleElement()
                .asString()
                .startsWith(name + "=")
                .doesNotContain("Max-Age=0;");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(status(before)).isEqualTo(401);
        assertThat(status(elsewhere)).isEqualTo(401);
        String fresh = cookies(answer).get(0).replaceAll("^[^=]+=([^;]*);.*", "$1");
        assertThat(status(server.nobody().withCookie(name, fresh))).isEqualTo(200);
    }

    @Test
    void itIsChangedAlsoWhereNoNewCookieCanBeMade() {
        Knight agloval = server.knight("agloval");
        Caller before = server.cookie(agloval);
        server.manager().spoilTheNextToken();
        HttpResponse<String> answer = before.patch("/users/me", NEW);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(cookies(answer)).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .contains("=; Max-Age=0;"));
        assertThat(status(before)).isEqualTo(401);
        assertThat(server.nobody()
                        .login("jwt", "agloval@camelot.bt", "a longer road to Avalon")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBearerClientSignsInAgain() {
        Knight kay = server.knight("kay");
        Caller before = server.bearer(kay).withCookie("signed", "garbage");
        HttpResponse<String> answer = before.patch("/users/me", NEW);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(cookies(answer)).isEmpty();
        assertThat(status(before)).isEqualTo(401);
        assertThat(server.nobody()
                        .login("jwt", "kay@camelot.bt", "a longer road to Avalon")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void noOtherChangeBringsACookie() {
        Knight bors = server.knight("bors");
        Caller caller = server.cookie(bors);
        HttpResponse<String> answer = caller.patch("/users/me", "{\"shield\":\"gules\",\"email\":\"b@camelot.bt\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(cookies(answer)).isEmpty();
        assertThat(status(caller)).isEqualTo(200);
    }

    @Test
    void aRefusedOneEndsNothing() {
        Caller caller = server.cookie(server.knight("lionel"));
        HttpResponse<String> answer = caller.patch("/users/me", "{\"password\":\"short\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(cookies(answer)).isEmpty();
        assertThat(status(caller)).isEqualTo(200);
    }

    @Test
    void aSuperuserWhoChangesHerOwnIsGivenACookie() {
        Knight morgan = server.knight("morgan", knight -> knight.superuser(true));
        HttpResponse<String> answer = server.cookie(morgan).patch("/users/" + morgan.id(), NEW);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(cookies(answer)).hasSize(1);
    }

    @Test
    void aSuperuserWhoChangesAnothersIsNotAndHerOwnTokensStay() {
        Caller morgause = server.cookie(server.knight("morgause", knight -> knight.superuser(true)));
        Knight mordred = server.knight("mordred");
        Caller his = server.bearer(mordred);
        HttpResponse<String> answer = morgause.patch("/users/" + mordred.id(), NEW);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(cookies(answer)).isEmpty();
        assertThat(status(his)).isEqualTo(401);
        assertThat(status(morgause)).isEqualTo(200);
    }
}
