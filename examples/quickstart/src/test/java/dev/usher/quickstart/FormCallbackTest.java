package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /auth/{provider}/callback}: a provider lets the browser post a form from its own pages. */
@Contract
class FormCallbackTest {

    private final Api api;

    FormCallbackTest(Portal portal) {
        this.api = portal.api();
    }

    /** As a browser sends it from another site: without any cookie of ours. */
    private Answer post(String path, String form) {
        return api.send(
                api.request(path + "/callback")
                        .header("Content-Type", Api.FORM)
                        .header("Origin", "https://avalon.example")
                        .header("Sec-Fetch-Site", "cross-site"),
                BodyPublishers.ofString(form));
    }

    /** Where the browser is led on to; nothing else may happen. */
    private String link(Answer answer, String path) {
        assertThat(answer).isEmpty(303).has("Cache-Control", "no-store");
        assertThat(answer.cookies()).isEmpty();
        String location = answer.header("Location").orElseThrow();
        assertThat(location).startsWith(api.url() + path + "/callback");
        return location.substring(api.url().length());
    }

    @Test
    void leadsTheBrowserOnToALinkWithWhichItBringsItsCookie() {
        Person gaheris = Person.named("Gaheris");
        Visit visit = Visit.begin(api);
        String form = Api.form("code", visit.code(Account.of(gaheris, true)), "state", visit.sent("state"));
        String link = link(post(Avalon.PATH, form + "&user=%7B%7D"), Avalon.PATH);
        assertThat(Avalon.query(URI.create(link))).containsOnlyKeys("code", "state");
        Answer answer = visit.browser().get(link);
        assertThat(new Cookies(api).me(Visit.session(answer)).text("email")).isEqualTo(gaheris.email());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b&c=d", "%", "{code}", "caf\u00e9", "+", "#x", "a/../b", "\r\nSet-Cookie: x=y"})
    void keepsEveryCharacter(String code) {
        String link = link(post(Avalon.PATH, Api.form("code", code, "state", code)), Avalon.PATH);
        assertThat(Avalon.query(URI.create(link)))
                .containsEntry("code", code)
                .containsEntry("state", code)
                .hasSize(2);
        assertThat(api.get(link)).refuses(400, "ACCESS_TOKEN_DECODE_ERROR");
    }

    @Test
    void leadsOnARefusalToo() {
        String link = link(post(Avalon.PATH, "error=user_cancelled_authorize&state=s"), Avalon.PATH);
        assertThat(api.get(link)).refuses(400, "user_cancelled_authorize");
    }

    @Test
    void leadsOnWhatIsEmptyToo() {
        assertThat(api.get(link(post(Avalon.PATH, ""), Avalon.PATH))).refuses(400, "Bad Request");
    }

    @Test
    void leadsOnWhoLinksAnAccountToo() {
        Person gawain = api.registered("Gawain");
        Visit visit = Visit.begin(Caller.of(api, gawain), Avalon.ASSOCIATE);
        String form = Api.form("code", visit.code(Account.of(gawain, false)), "state", visit.sent("state"));
        String link = link(post(Avalon.ASSOCIATE, form), Avalon.ASSOCIATE);
        assertThat(api.get(link)).refusesTheCaller();
        assertThat(visit.browser().get(link)).is(200, gawain.json(true, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/form-data; boundary=x", "text/plain"})
    void takesNoOtherBody(String contentType) {
        assertThat(api.post(Avalon.PATH + "/callback", contentType, "code=c&state=s"))
                .refuses(415, "Unsupported Media Type");
    }
}
