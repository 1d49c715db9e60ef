package dev.usher.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.usher.oauth.OAuthAttempt;
import dev.usher.oauth.OAuthException;
import dev.usher.oauth.OAuthException.Reason;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts that a sign-in comes to nothing, and that nothing secret is told about it. */
final class Refusals {

    static final String CODE = "the-code-of-the-browser";

    private Refusals() {}

    static OAuthException failure(OAuthAttempt attempt, ThrowingCallable signIn) {
        return refusal(Reason.PROVIDER_FAILED, attempt, signIn);
    }

    static OAuthException refusal(Reason reason, OAuthAttempt attempt, ThrowingCallable signIn) {
        OAuthException e = catchThrowableOfType(OAuthException.class, signIn);
        assertThat(e).as("what the sign-in throws").isNotNull();
        assertThat(e.reason()).isEqualTo(reason);
        StringWriter told = new StringWriter();
        e.printStackTrace(new PrintWriter(told));
        assertThat(told.toString())
                .doesNotContain(
                        CODE,
                        Mordred.SECRET,
                        Mordred.ACCESS_TOKEN,
                        attempt.nonce(),
                        attempt.codeVerifier(),
                        attempt.state(),
                        IdTokenDraft.SUBJECT,
                        "mordred@");
        return e;
    }
}
