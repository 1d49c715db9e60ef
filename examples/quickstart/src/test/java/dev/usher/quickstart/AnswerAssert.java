package dev.usher.quickstart;

import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** What the contract says of an answer, exactly: status, content type and the bytes of the body. */
final class AnswerAssert extends AbstractAssert<AnswerAssert, Answer> {

    private AnswerAssert(@Nullable Answer actual) {
        super(actual, AnswerAssert.class);
    }

    static AnswerAssert assertThat(@Nullable Answer answer) {
        return new AnswerAssert(answer);
    }

    AnswerAssert is(int status, String json) {
        Assertions.assertThat(actual.status() + " " + actual.body()).isEqualTo(status + " " + json);
        return has("Content-Type", "application/json");
    }

    AnswerAssert hasStatus(int status) {
        Assertions.assertThat(actual.status()).as(actual.body()).isEqualTo(status);
        return this;
    }

    /** An answer without a body. */
    AnswerAssert isEmpty(int status) {
        Assertions.assertThat(actual.status() + " " + actual.body()).isEqualTo(status + " ");
        return this;
    }

    AnswerAssert has(String header, String value) {
        Assertions.assertThat(actual.headers().allValues(header)).as(header).containsExactly(value);
        return this;
    }

    /** A refusal with a code, or with the reason phrase where there is none. */
    AnswerAssert refuses(int status, String detail) {
        return is(status, "{\"detail\":\"" + detail + "\"}");
    }

    /** A refusal by the password policy. */
    AnswerAssert refuses(int status, String code, String reason) {
        return is(status, "{\"detail\":{\"code\":\"" + code + "\",\"reason\":\"" + reason + "\"}}");
    }

    /** 401, with a challenge that says whether there was a token at all (RFC 6750 section 3). */
    AnswerAssert refusesTheCaller() {
        refuses(401, "Unauthorized");
        Assertions.assertThat(actual.headers().allValues("WWW-Authenticate"))
                .singleElement()
                .isIn(
                        "Bearer",
                        "Bearer error=\"invalid_token\","
                                + " error_description=\"The token is malformed, expired or ended\"");
        return this;
    }

    /** 422 with these failures and no other, each as {@code type loc}; a sentence goes with each, and nothing else. */
    AnswerAssert isInvalid(String... violations) {
        hasStatus(422).has("Content-Type", "application/json");
        Assertions.assertThat(actual.violations()).containsExactly(violations);
        Assertions.assertThat(actual.json().asJsonObject().getJsonArray("detail"))
                .allSatisfy(entry -> {
                    Assertions.assertThat(List.copyOf(entry.asJsonObject().keySet()))
                            .containsExactly("type", "loc", "msg");
                    Assertions.assertThat(entry.asJsonObject().getString("msg")).isNotBlank();
                });
        return this;
    }
}
