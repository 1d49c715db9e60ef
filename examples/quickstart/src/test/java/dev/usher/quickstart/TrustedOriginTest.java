package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cookie under the name that FastAPI Users gave it, for the pages of named origins, and {@code strict-origin}. */
@Contract
@TestInstance(Lifecycle.PER_CLASS)
class TrustedOriginTest {

    private final QuickstartProcess process;
    private final Api api;
    private Person isolde = Person.named("Isolde");
    private Caller browser;

    TrustedOriginTest(Launch launch) {
        this.process = launch.env("USHER_PUBLIC_URL", "https://Camelot.bt:8443/table")
                .env("USHER_TRUSTED_ORIGINS", "https://app.camelot.bt, http://localhost:3000")
                .env("USHER_COOKIE_STRICT_ORIGIN", "true")
                .env("USHER_COOKIE_NAME", "fastapiusersauth")
                .start();
        this.api = process.api();
        this.browser = Caller.nobody(api);
    }

    @BeforeAll
    void logIn() {
        isolde = api.registered("Isolde");
        Answer answer = login("https://app.camelot.bt");
        assertThat(answer).isEmpty(204);
        browser = Caller.nobody(api).presenting(Cookies.cookieOf(answer));
    }

    @AfterAll
    void stop() {
        process.close();
    }

    private Answer login(String origin) {
        var request = api.request("/auth/cookie/login").header("Content-Type", Api.FORM);
        String form = Api.form("username", isolde.email(), "password", Person.PASSWORD);
        return api.send(request.header("Origin", origin).POST(BodyPublishers.ofString(form)));
    }

    @Test
    void hasTheNameThatIsConfigured() {
        assertThat(login("https://camelot.bt:8443").cookies())
                .singleElement()
                .asString()
                .matches("fastapiusersauth=[\\w-]{43}; Max-Age=604800; Path=/; HttpOnly; Secure; SameSite=lax");
        Answer edit = browser.with("Origin", "https://camelot.bt:8443").patch("/users/me", "{}");
        assertThat(edit).hasStatus(200);
    }

    @ParameterizedTest
    @CsvSource({
        "same-origin, -,                       200",
        "cross-site,  https://app.camelot.bt,  200",
        "same-site,   https://camelot.bt:8443, 200",
        "-,           http://localhost:3000,   200",
        "-,           https://camelot.bt,      403",
        "-,           https://localhost:3000,  403",
        "-,           https://app.camelot.bt.avalon.bt, 403",
        "cross-site,  -,                       403",
        "-,           -,                       403",
    })
    void countsForThesePagesOnly(String fetchSite, String origin, int status) {
        Caller said = fetchSite.equals("-") ? browser : browser.with("Sec-Fetch-Site", fetchSite);
        Caller from = origin.equals("-") ? said : said.with("Origin", origin);
        Answer answer = from.patch("/users/me", "{}");
        if (status == 200) {
            assertThat(answer).is(200, isolde.json(true, false));
        } else {
            assertThat(answer).refuses(403, "CSRF_REJECTED");
        }
    }
}
