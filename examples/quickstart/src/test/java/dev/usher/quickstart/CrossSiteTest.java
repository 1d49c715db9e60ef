package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From which pages a cookie counts, where no origin is configured; {@link TrustedOriginTest} has some. */
@Contract
@TestInstance(Lifecycle.PER_CLASS)
class CrossSiteTest {

    private static final String REJECTED = "CSRF_REJECTED";

    private final Api api;
    private Person isolde = Person.named("Isolde");
    private Caller browser;
    private Caller application;

    CrossSiteTest(Api api) {
        this.api = api;
        this.browser = Caller.nobody(api);
        this.application = browser;
    }

    @BeforeAll
    void logIn() {
        isolde = api.registered("Isolde");
        browser = Caller.nobody(api).presenting(new Cookies(api).login(isolde));
        application = Caller.of(api, isolde);
    }

    private static Caller from(Caller caller, String fetchSite, String origin) {
        Caller said = fetchSite.equals("-") ? caller : caller.with("Sec-Fetch-Site", fetchSite);
        return origin.equals("-") ? said : said.with("Origin", origin);
    }

    private Answer login(String backend, String fetchSite, String origin) {
        Caller nobody = from(Caller.nobody(api).with("Content-Type", Api.FORM), fetchSite, origin);
        HttpRequest.Builder request = api.request("/auth/" + backend + "/login")
                .headers(nobody.headers().toArray(String[]::new));
        String form = Api.form("username", isolde.email(), "password", Person.PASSWORD);
        return api.send(request, BodyPublishers.ofString(form));
    }

    @ParameterizedTest
    @CsvSource({
        "-,           -,                    true",
        "same-origin, -,                    true",
        "same-origin, https://camelot.bt,   true",
        "none,        -,                    true",
        "none,        null,                 true",
        "same-site,   -,                    false",
        "same-site,   https://camelot.bt,   false",
        "cross-site,  -,                    false",
        "cross-site,  null,                 false",
        "Same-Origin, -,                    false",
        "-,           https://avalon.bt,    false",
        "-,           null,                 false",
        "-,           garbage,              false",
    })
    void aCookieCountsAndIsGivenByTheApplicationsOwnPagesOnly(String fetchSite, String origin, boolean passes) {
        Answer edit = from(browser, fetchSite, origin).patch("/users/me", "{}");
        Answer login = login("cookie", fetchSite, origin);
        if (passes) {
            assertThat(edit).is(200, isolde.json(true, false));
            assertThat(login).isEmpty(204);
        } else {
            assertThat(edit).refuses(403, REJECTED);
            assertThat(login).refuses(403, REJECTED);
            assertThat(login.cookies()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /auth/cookie/logout",
        "POST,   /auth/jwt/logout",
        "POST,   /auth/logout-all",
        "PATCH,  /users/me",
        "DELETE, /users/me",
        "PATCH,  /users/1",
        "DELETE, /users/1"
    })
    void aRequestThatChangesSomethingIsRejectedAndEndsNothing(String method, String path) {
        Answer answer = from(browser, "cross-site", "https://avalon.bt").send(method, path, "{}");
        assertThat(answer).refuses(403, REJECTED);
        assertThat(answer.cookies()).isEmpty();
        assertThat(browser.me()).is(200, isolde.json(true, false));
    }

    @Test
    void aRequestThatChangesNothingComesFromAnywhere() {
        assertThat(from(browser, "cross-site", "https://avalon.bt").me()).hasStatus(200);
    }

    @Test
    void aBearerTokenComesFromAnywhere() {
        Caller crossSite = from(application, "cross-site", "https://avalon.bt");
        assertThat(crossSite.patch("/users/me", "{}")).hasStatus(200);
        assertThat(crossSite.presenting(new Cookies(api).login(isolde)).patch("/users/me", "{}"))
                .hasStatus(200);
        assertThat(login("jwt", "cross-site", "https://avalon.bt")).hasStatus(200);
    }

    /** The refusal comes before the form is looked at, so that it tells nothing of the password. */
    @Test
    void aLoginIsRejectedBeforeItsFormIsRead() {
        var request = api.request("/auth/cookie/login").header("Sec-Fetch-Site", "cross-site");
        assertThat(api.send(request, BodyPublishers.noBody())).refuses(403, REJECTED);
    }

    @Test
    void anUnknownBackendIsNotFound() {
        var request = api.request("/auth/carrier-pigeon/login").header("Sec-Fetch-Site", "cross-site");
        assertThat(api.send(request, BodyPublishers.noBody())).refuses(404, "Not Found");
    }
}
