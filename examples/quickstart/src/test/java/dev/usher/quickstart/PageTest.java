package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /}: where the links in mails lead. */
@ExtendWith(SharedQuickstart.class)
class PageTest {

    private final Api api;

    PageTest(Api api) {
        this.api = api;
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html;charset=UTF-8",
        "/page.js, text/javascript;charset=UTF-8",
        "/page.css, text/css;charset=UTF-8"
    })
    void isServedWithItsParts(String path, String type) {
        assertThat(api.get(path)).hasStatus(200).has("Content-Type", type).has("X-Content-Type-Options", "nosniff");
    }

    @Test
    void tellsNoOtherSiteTheAddressWithTheToken() {
        assertThat(api.get("/")).has("Referrer-Policy", "no-referrer");
    }

    @Test
    void runsNoScriptButItsOwn() {
        assertThat(api.get("/").body())
                .doesNotContainPattern("<script(?! src=\"page.js\")")
                .doesNotContain("onclick");
    }
}
