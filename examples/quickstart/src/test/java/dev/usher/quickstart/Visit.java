package dev.usher.quickstart;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;

/**
 * A browser that was sent to a provider.
 *
 * @param caller whose browser it is
 * @param path of the endpoints that it was sent from
 * @param url where it was sent to
 * @param cookie what it was given on the way, as it sends it back
 */
record Visit(Caller caller, String path, URI url, String cookie) {

    private static final String COOKIE = "__Host-usher-oauth=";

    /** Somebody wants to sign in. */
    static Visit begin(Api api) {
        return begin(Caller.nobody(api), Avalon.PATH);
    }

    static Visit begin(Caller caller, String path) {
        Answer answer = caller.get(path + "/authorize");
        AnswerAssert.assertThat(answer).hasStatus(200);
        String given = setKey(answer).orElseThrow().split(";")[0];
        return new Visit(caller, path, URI.create(answer.text("authorization_url")), given);
    }

    /** What an answer does to the cookie. */
    static Optional<String> setKey(Answer answer) {
        return answer.cookies().stream()
                .filter(cookie -> cookie.startsWith(COOKIE))
                .findFirst();
    }

    /** The cookie of the session that an answer opens, as the browser sends it back. */
    static String session(Answer answer) {
        AnswerAssert.assertThat(answer).isEmpty(204);
        return answer.cookies().stream()
                .filter(cookie -> cookie.startsWith("__Host-usher="))
                .findFirst()
                .orElseThrow()
                .split(";")[0];
    }

    /** What it was sent with. */
    String sent(String name) {
        return Avalon.query(url).getOrDefault(name, "");
    }

    /** Somebody signs in there; gives the code that is for this browser. */
    String code(Account account) {
        return Avalon.signIn(url, account).getOrDefault("code", "");
    }

    Answer comeBackAs(Account account) {
        return comeBackWith(code(account));
    }

    Answer comeBackWith(String code) {
        return comeBackBy(browser(), code, sent("state"));
    }

    /** The request with which the browser comes back. */
    HttpRequest.Builder back(String code) {
        return browser()
                .request(path + "/callback?" + Api.form("code", code, "state", sent("state")))
                .GET();
    }

    /** Another browser comes back in its place, or another state. */
    Answer comeBackBy(Caller other, String code, String state) {
        return other.get(path + "/callback?" + Api.form("code", code, "state", state));
    }

    Caller browser() {
        return caller.presenting(cookie);
    }

    /** The same at other endpoints. */
    Visit at(String other) {
        return new Visit(caller, other, url, cookie);
    }
}
