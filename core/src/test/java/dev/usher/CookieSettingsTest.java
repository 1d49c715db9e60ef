package dev.usher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.usher.CookieSettings.SameSite;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieSettingsTest {

    private static CookieSettings with(String... keysAndValues) {
        Map<String, String> settings = new HashMap<>(Map.of("usher.secret", "the sword in the stone is mine to draw"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put("usher.cookie." + keysAndValues[i], keysAndValues[i + 1]);
        }
        return UsherConfig.from(settings).cookie();
    }

    @Test
    void areSafeByDefault() {
        assertThat(with()).isEqualTo(CookieSettings.DEFAULTS);
        assertThat(with()).isEqualTo(new CookieSettings("__Host-usher", "/", null, true, SameSite.LAX));
    }

    @ParameterizedTest
    @CsvSource({
        "path, /app, usher",
        "path, /, __Host-usher",
        "domain, camelot.bt, usher",
        "domain, .camelot.bt, usher",
        "secure, false, usher",
        "secure, true, __Host-usher",
        "same-site, strict, __Host-usher",
        "name, fastapiusersauth, fastapiusersauth",
    })
    void nameTheCookieByWhatItIs(String key, String value, String name) {
        assertThat(with(key, value).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"lax, LAX", "Strict, STRICT", "NONE, NONE"})
    void takeSameSiteInAnyCase(String text, SameSite sameSite) {
        assertThat(with("same-site", text).sameSite()).isEqualTo(sameSite);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name      | a b",
                "name      | a;b",
                "name      | a=b",
                "name      | käse",
                "path      | app",
                "path      | /a b",
                "path      | /a;Domain=avalon.bt",
                "path      | /ä",
                "domain    | camelot.bt;x",
                "domain    | bücher.example",
                "domain    | a b",
                "secure    | yes",
                "same-site | sometimes",
                "strict-origin | 1",
            })
    void refuseWhatDoesNotFitIntoTheHeader(String key, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(key, value))
                .withMessageContaining("usher.cookie." + key);
    }

    @Test
    void letNoneTravelInTheClear() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("same-site", "none", "secure", "false"))
                .withMessageContaining("usher.cookie.same-site")
                .withMessageContaining("usher.cookie.secure");
        assertThat(with("same-site", "none").sameSite()).isEqualTo(SameSite.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"__Host-table", "__host-table", "__HOST-table"})
    void keepThePromiseOfAHostPrefixAsBrowsersReadIt(String name) {
        assertThat(with("name", name).name()).isEqualTo(name);
        for (String[] breach : new String[][] {{"path", "/app"}, {"domain", "camelot.bt"}, {"secure", "false"}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with("name", name, breach[0], breach[1]))
                    .withMessageContaining("usher.cookie.name");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"__Secure-table", "__secure-table"})
    void keepThePromiseOfASecurePrefixAsBrowsersReadIt(String name) {
        assertThat(with("name", name, "path", "/app", "domain", "camelot.bt").name())
                .isEqualTo(name);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("name", name, "secure", "false"))
                .withMessageContaining("usher.cookie.secure");
    }
}
