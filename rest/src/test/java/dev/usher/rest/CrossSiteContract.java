package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.Caller;
import dev.usher.roundtable.RawRequest;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Camelot;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From where requests may bring a cookie that change something; {@link CrossSiteTest} and {@link StrictOriginTest}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CrossSiteContract {

    static final String REJECTED = "{\"detail\":\"CSRF_REJECTED\"}";

    private static final List<String> ORIGINS = List.of(
            "absent",
            "https://app.camelot.bt",
            "https://camelot.bt:8443",
            "https://avalon.bt",
            "https://camelot.bt",
            "null",
            "garbage");

    /** By {@code Sec-Fetch-Site} and {@code Origin}: + passes, - is rejected, ? passes unless strict. */
    private static final String TABLE = """
            absent       ? + + - - - -
            same-origin  + + + + + + +
            none         + + + + + + +
            same-site    - + + - - - -
            cross-site   - + + - - - -
            Same-Origin  - + + - - - -
            """;

    private final boolean strict;
    final RoundTableServer server;

    CrossSiteContract(boolean strict) {
        this.strict = strict;
        this.server = new RoundTableServer(Map.of(
                "usher.cookie.strict-origin", String.valueOf(strict),
                "usher.public-url", "https://Camelot.bt:8443/table",
                "usher.trusted-origins", "https://app.camelot.bt, http://localhost:3000"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<Cell> cells() {
        return TABLE.lines().map(line -> line.split(" +")).flatMap(row -> IntStream.range(0, ORIGINS.size())
                .mapToObj(i -> new Cell(row[0], ORIGINS.get(i), row[i + 1].charAt(0))));
    }

    record Cell(String fetchSite, String origin, char outcome) {

        Caller from(Caller caller) {
            Caller said = fetchSite.equals("absent") ? caller : caller.with("Sec-Fetch-Site", fetchSite);
            return origin.equals("absent") ? said : said.with("Origin", origin);
        }
    }

    private void assertPassesOrNot(Cell cell, HttpResponse<String> answer, int passed) {
        boolean passes = cell.outcome() == '+' || (cell.outcome() == '?' && !strict);
        assertThat(answer.statusCode()).isEqualTo(passes ? passed : 403);
        if (!passes) {
            assertThat(answer.body()).isEqualTo(REJECTED);
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(answer.headers().allValues("WWW-Authenticate")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aLoginIntoACookieComesFromPagesThatMay(Cell cell) {
        HttpResponse<String> answer = cell.from(server.nobody()).login("cookie", "merlin@camelot.bt", "viviane");
        assertPassesOrNot(cell, answer, 204);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aRequestThatChangesSomethingComesFromPagesThatMay(Cell cell) {
        Caller arthur = cell.from(server.cookie(server.find(Camelot.ARTHUR)));
        assertPassesOrNot(cell, arthur.post("/halls/active", ""), 200);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aRequestThatChangesNothingComesFromAnywhere(Cell cell) {
        Caller arthur = cell.from(server.cookie(server.find(Camelot.ARTHUR)));
        assertThat(arthur.get("/halls/active").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aBearerTokenComesFromAnywhere(Cell cell) {
        Caller arthur = cell.from(server.bearer(Camelot.ARTHUR));
        assertThat(arthur.post("/halls/active", "").statusCode()).isEqualTo(200);
        assertThat(cell.from(server.nobody())
                        .login("jwt", "merlin@camelot.bt", "viviane")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void anOptionalGuardRunsWithoutAUserInsteadOfRejecting(Cell cell) {
        Caller arthur = cell.from(server.cookie(server.find(Camelot.ARTHUR)));
        HttpResponse<String> answer = arthur.post("/halls/optional", "");
        boolean passes = cell.outcome() == '+' || (cell.outcome() == '?' && !strict);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(passes ? "king.arthur@camelot.bt" : "nobody");
    }

    @Test
    void anOriginThatIsNotAsciiIsRejected() {
        String cookie = "Cookie: __Host-usher=" + server.token("cookie", server.find(Camelot.ARTHUR));
        String answer = RawRequest.send(server, "POST /halls/active", cookie, "Origin: https://cam\u00e9lot.bt");
        assertThat(answer).startsWith("HTTP/1.1 403 ").contains(REJECTED);
    }

    @Test
    void twoOriginsAreNone() {
        String cookie = "Cookie: __Host-usher=" + server.token("cookie", server.find(Camelot.ARTHUR));
        String answer = RawRequest.send(
                server, "POST /halls/active", cookie, "Origin: https://app.camelot.bt", "Origin: https://avalon.bt");
        assertThat(answer).startsWith("HTTP/1.1 403 ");
        String sites = RawRequest.send(
                server, "POST /halls/active", cookie, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-origin");
        assertThat(sites).startsWith("HTTP/1.1 403 ");
    }
}
