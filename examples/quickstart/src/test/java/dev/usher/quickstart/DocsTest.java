package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code GET /docs}: the page to try the service. */
@ExtendWith(SharedQuickstart.class)
class DocsTest {

    private final Api api;

    DocsTest(Api api) {
        this.api = api;
    }

    private List<String> parts() {
        return Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                .matcher(api.get("/docs").body())
                .results()
                .map((MatchResult each) -> each.group(1))
                .toList();
    }

    @Test
    void isServedWithItsPartsAndNothingFromElsewhere() {
        assertThat(api.get("/docs"))
                .hasStatus(200)
                .has("Content-Type", "text/html;charset=UTF-8")
                .has("Cache-Control", "no-cache");
        assertThat(parts()).hasSize(4).allSatisfy(part -> {
            assertThat(part).startsWith("/docs/");
            assertThat(api.get(part)).hasStatus(200).has("X-Content-Type-Options", "nosniff");
        });
    }

    @Test
    void runsNoScriptButItsOwn() {
        Answer page = api.get("/docs");
        assertThat(page.body())
                .doesNotContainPattern("<script(?! src=\"/docs/)")
                .doesNotContain("onclick", "style=");
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
                .doesNotContain("unsafe");
    }

    @Test
    void letsWhatHasAVersionBeKeptForEver() {
        assertThat(parts().stream().filter(part -> part.matches("/docs/[\\d.]+/.*")))
                .hasSize(3)
                .allSatisfy(part -> assertThat(api.get(part).header("Cache-Control"))
                        .contains("public, max-age=31536000, immutable"));
    }

    @Test
    void servesNothingElseOfTheJar() {
        String known = parts().get(0);
        assertThat(api.get(known.replace("swagger-ui.css", "index.html"))).hasStatus(404);
        assertThat(api.get(known.replace("swagger-ui.css", "..%2Findex.html"))).hasStatus(404);
        assertThat(api.get("/docs/0.0.0/swagger-ui.css")).hasStatus(404);
    }
}
