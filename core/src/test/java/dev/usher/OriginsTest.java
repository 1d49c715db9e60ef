package dev.usher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    private static Origins with(String... keysAndValues) {
        Map<String, String> settings = new HashMap<>(Map.of("usher.secret", "the sword in the stone is mine to draw"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return UsherConfig.from(settings).origins();
    }

    @Test
    void areNoneByDefault() {
        assertThat(with()).isEqualTo(new Origins(Set.of(), false));
        assertThat(with("usher.cookie.strict-origin", "true").strict()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://camelot.bt,              https://camelot.bt",
        "https://camelot.bt/,             https://camelot.bt",
        "https://camelot.bt/table?a=b#c,  https://camelot.bt",
        "HTTPS://Camelot.BT,              https://camelot.bt",
        "https://camelot.bt:443,          https://camelot.bt",
        "http://camelot.bt:80,            http://camelot.bt",
        "https://camelot.bt:80,           https://camelot.bt:80",
        "http://localhost:3000,           http://localhost:3000",
        "https://[2001:DB8::1]:8443,      https://[2001:db8::1]:8443",
        "https://127.0.0.1,               https://127.0.0.1",
    })
    void areWrittenAsBrowsersWriteThem(String url, String origin) {
        assertThat(with("usher.public-url", url).trusted()).containsExactly(origin);
        assertThat(with("usher.trusted-origins", url + " , ").trusted()).containsExactly(origin);
    }

    @Test
    void areThePublicUrlsAndFurtherOnes() {
        assertThat(with("usher.public-url", "https://a.bt", "usher.trusted-origins", "https://b.bt,https://c.bt")
                        .trusted())
                .containsExactlyInAnyOrder("https://a.bt", "https://b.bt", "https://c.bt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camelot.bt",
                "//camelot.bt",
                "ftp://camelot.bt",
                "https:",
                "https:///path",
                "null",
                "*",
                "https://*.camelot.bt",
                "https://bücher.example",
                "https://a b.bt",
                "file:///etc/passwd"
            })
    void refuseWhatIsNone(String url) {
        for (String key : new String[] {"usher.public-url", "usher.trusted-origins"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with(key, url))
                    .withMessageContaining(key)
                    .withMessageContaining("https://");
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,           -,                 true,  false",
                "-,           https://a.bt,      true,  true",
                "-,           https://a.bt:443,  false, false",
                "-,           https://A.bt,      false, false",
                "-,           http://a.bt,       false, false",
                "-,           null,              false, false",
                "-,           '',                false, false",
                "same-origin, -,                 true,  true",
                "none,        -,                 true,  true",
                "same-site,   -,                 false, false",
                "cross-site,  -,                 false, false",
                "'',          -,                 false, false",
                "cross-site,  https://a.bt,      true,  true",
                "same-origin, https://b.bt,      true,  true",
            })
    void allow(@Nullable String fetchSite, @Nullable String origin, boolean lenient, boolean strict) {
        Set<String> trusted = Set.of("https://a.bt");
        assertThat(new Origins(trusted, false).allow(fetchSite, origin)).isEqualTo(lenient);
        assertThat(new Origins(trusted, true).allow(fetchSite, origin)).isEqualTo(strict);
    }
}
