package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.RawRequest;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Camelot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as the cookie, whatever else a browser, or another site through it, sends in {@code Cookie}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CookieHeaderTest {

    private final RoundTableServer server = new RoundTableServer();
    private final String good = "__Host-usher=" + server.token("cookie", server.find(Camelot.ARTHUR));

    @AfterAll
    void stop() {
        server.close();
    }

    /** The status line and the rest, for headers in which {@code GOOD} stands for the good cookie. */
    private String answer(String headers) {
        return RawRequest.send(
                server, "GET /halls/active", headers.replace("GOOD", good).split("\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cookie: GOOD",
                "cookie:   GOOD  ",
                "Cookie: a=b; GOOD; c=d",
                "Cookie: a=b;GOOD;c=d",
                "Cookie: ;; \t GOOD ; ",
                "Cookie: GOOD; GOOD",
                "Cookie: a=b\nCookie: GOOD",
                "Cookie: GOOD\nCookie: GOOD",
                "Cookie: __host-usher=other; GOOD",
                "Cookie: nameless; =empty; GOOD",
                "Cookie: $Version=x; GOOD",
                "Cookie: $Version=1; GOOD; $Path=/elsewhere",
                "Cookie: a=\"b; GOOD; c=d\"",
                "Cookie: a={\"b\":[\"c\",2]}; GOOD",
            })
    void isFoundAmongOthers(String headers) {
        assertThat(answer(headers))
                .startsWith("HTTP/1.1 200")
                .endsWith(Camelot.ARTHUR.email().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cookie: x=a,GOOD",
                "Cookie: x=a, GOOD",
                "Cookie: x=\"a,GOOD\"",
                "Cookie: x=GOOD",
                "Cookie: =GOOD",
                "Cookie: xGOOD",
                "Cookie: $GOOD",
                "Cookie: GOOD,x=a",
                "Cookie: GOOD; __Host-usher=other",
                "Cookie: __Host-usher=other; GOOD",
                "Cookie: GOOD; __Host-usher=",
                "Cookie: GOOD\nCookie: __Host-usher=other",
                "Cookie: __Host-usher=",
                "Cookie: __Host-usher",
                "Cookie: $Version=x",
                "Cookie: ",
                "X: y",
            })
    void isNotReadIntoAnythingElse(String headers) {
        assertThat(answer(headers)).startsWith("HTTP/1.1 401");
    }

    @Test
    void isOfOneSpellingOnly() {
        String value = good.substring(good.indexOf('=') + 1);
        assertThat(answer("Cookie: __host-usher=" + value)).startsWith("HTTP/1.1 401");
        assertThat(answer("Cookie: __Host-usher =" + value)).startsWith("HTTP/1.1 401");
        assertThat(answer("Cookie: __Host-usher=\"" + value + "\"")).startsWith("HTTP/1.1 401");
    }

    @Test
    void thatCannotBeReadIsNoHarmToABearerToken() {
        assertThat(answer("Authorization: Bearer " + server.token(Camelot.ARTHUR) + "\nCookie: $Version=x"))
                .startsWith("HTTP/1.1 200");
    }
}
