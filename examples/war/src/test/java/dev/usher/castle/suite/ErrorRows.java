package dev.usher.castle.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the server itself refuses: shaped below Usher's paths, left alone elsewhere. */
interface ErrorRows extends Rows {

    @Test
    default void error_isShapedBelowUshersPaths() {
        api().get("auth/nothing", "").refuses(404, "Not Found");
        api().get("auth", "").refuses(404, "Not Found");
        api().get("users/me/nothing", "").refuses(404, "Not Found");
        api().get("auth/register", "").refuses(405, "Method Not Allowed");
        api().send("PUT", "auth/jwt/login", "").refuses(405, "Method Not Allowed");
    }

    @Test
    default void error_isLeftAloneElsewhere() {
        assertThat(api().get("nothing", "").is(404).body()).doesNotContain("detail");
        assertThat(api().get("authority", "").is(404).body()).doesNotContain("detail");
        assertThat(api().send("DELETE", "hall", "").is(405).body()).doesNotContain("detail");
    }

    @Test
    default void error_ofTheApplicationIsLeftAlone() {
        String token = token("mordred");
        Answer answer = api().send(
                        "POST",
                        "teams/rebels",
                        token,
                        "text/plain",
                        String.join("\n", Rows.address("a"), Rows.address("b"), Rows.address("c"), Rows.address("d")));
        assertThat(answer.is(409).body()).doesNotContain("detail");
    }

    @Test
    default void error_ofTheServerTellsNothing() {
        api().register(Rows.address("morgan"), PASSWORD, "Morgan").refuses(500, "Internal Server Error");
    }
}
