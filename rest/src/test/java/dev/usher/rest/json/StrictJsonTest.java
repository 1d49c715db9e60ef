package dev.usher.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private final StrictJson json = new StrictJson();

    private String read(String text) {
        return json.read(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void assertRefused(byte[] text, String rule) {
        assertThatThrownBy(() -> json.read(text))
                .isInstanceOfSatisfying(InvalidRequest.class, refusal -> assertThat(refusal.violations())
                        .containsExactly(Violation.invalidJson(rule)));
    }

    private void assertRefused(String text, String rule) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "true",
                "\"\"",
                "-1.5e3",
                "12345678901234567890",
                "{\"a\":[{\"b\":null},\"\\uD83D\\uDC51\",{\"b\":1}]}",
                " \n{ \"a\" : 1 }\t "
            })
    void readsWhatHasOneMeaning(String text) {
        assertThat(read(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "{",
                "{\"a\"",
                "{\"a\":}",
                "{\"a\":1,}",
                "[1,]",
                "nul",
                "NaN",
                "01",
                "+1",
                ".5",
                "'a'",
                "{a:1}",
                "\"\t\"",
                "\"\\x\"",
                "\"\\u12\"",
                "// no",
                "{} {}",
                "{}x",
                "[]]",
                "1 2",
                "\uFEFF{}"
            })
    void refusesWhatIsNotWellFormed(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void refusesDuplicateKeysAtAnyDepthAndInAnySpelling() {
        assertRefused("{\"a\":1,\"a\":1}", "duplicate");
        assertRefused("{\"a\":1,\"\\u0061\":1}", "duplicate");
        assertRefused("[{\"x\":{\"a\":1,\"b\":2,\"a\":3}}]", "duplicate");
    }

    @Test
    void refusesUnpairedSurrogatesInValuesAndKeys() {
        assertRefused("[\"\\ud800\"]", "surrogate");
        assertRefused("[\"\\udc00\\ud800\"]", "surrogate");
        assertRefused("[\"\\ud800\\ud800\\udc00\"]", "surrogate");
        assertRefused("{\"\\ud800\":1}", "surrogate");
    }

    @Test
    void refusesNulInValuesAndKeys() {
        assertRefused("[\"a\\u0000\"]", "nul");
        assertRefused("{\"\\u0000\":1}", "nul");
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        assertRefused(new byte[] {'"', (byte) 0xff, '"'}, "utf8");
        assertRefused(new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'}, "utf8");
        assertRefused(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}, "utf8");
    }

    @Test
    void countsLevels() {
        assertThat(read("[".repeat(32) + "]".repeat(32))).isNotEmpty();
        assertRefused("[".repeat(33) + "]".repeat(33), "depth");
        assertRefused("{\"a\":".repeat(33) + "1" + "}".repeat(33), "depth");
        assertRefused("[".repeat(30_000), "depth");
    }

    @Test
    void refusesNumbersThatNobodyMeans() {
        assertRefused("1e999999999", "number");
        assertRefused("1e-401", "number");
    }

    @Test
    void namesNoKeyAndNoValueInItsRefusals() {
        assertThatThrownBy(() -> read("{\"excalibur\":1,\"excalibur\":2}"))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refusal -> assertThat(refusal.violations().toString()).doesNotContain("excalibur"));
    }
}
