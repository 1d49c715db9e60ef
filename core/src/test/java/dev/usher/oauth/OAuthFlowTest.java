package dev.usher.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.oauth.OAuthException.Reason;
import dev.usher.spi.Secret;
import dev.usher.token.FlowSubject;
import dev.usher.token.FlowTokens;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser's way to a provider and back. */
class OAuthFlowTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Secret SECRET = Secret.of("the sword in the stone is mine to draw");
    private static final Secret OTHER = Secret.of("a second sword, out of the lake itself");
    private static final String KEY = OAuthFlow.newBrowserKey();
    private static final OAuthVisit VISIT = visit("avalon", KEY, null);

    private final OAuthFlow flow = flow(NOON, SECRET);

    private static OAuthFlow flow(Instant now, Secret... secrets) {
        return new OAuthFlow(List.of(secrets), Duration.ofHours(1), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static OAuthVisit visit(String provider, @Nullable String key, @Nullable String userId) {
        return new OAuthVisit(provider, URI.create("https://camelot.bt/callback"), key, userId);
    }

    private static void assertRefused(Reason reason, ThrowingCallable resume) {
        assertThatThrownBy(resume).isInstanceOfSatisfying(OAuthException.class, refusal -> assertThat(refusal.reason())
                .isEqualTo(reason));
    }

    @Test
    void theAttemptIsTheSameWhenTheBrowserComesBack() {
        OAuthAttempt begun = flow.begin(VISIT);
        OAuthFlow.Resumed resumed = flow(NOON.plusSeconds(3599), SECRET).resume(VISIT, begun.state());
        assertThat(resumed.attempt()).isEqualTo(begun);
        assertThat(resumed.expiresAt()).isEqualTo(NOON.plusSeconds(3600));
        assertThat(begun.codeVerifier()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(begun.nonce());
        assertThat(begun).asString().doesNotContain(begun.state(), begun.nonce(), begun.codeVerifier());
        assertThat(VISIT).asString().doesNotContain(KEY);
    }

    @Test
    void theStateTellsNothingOfTheSecrets() {
        OAuthAttempt begun = flow.begin(VISIT);
        String claims = new String(
                java.util.Base64.getUrlDecoder().decode(begun.state().split("\\.")[1]),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(claims).contains("avalon").doesNotContain(KEY, begun.nonce(), begun.codeVerifier());
    }

    @Test
    void eachAttemptHasItsOwnStateAndEachKeyItsOwnSecrets() {
        OAuthAttempt one = flow.begin(VISIT);
        assertThat(flow.begin(VISIT).state()).isNotEqualTo(one.state());
        OAuthAttempt other = flow.begin(visit("avalon", OAuthFlow.newBrowserKey(), null));
        assertThat(other.nonce()).isNotEqualTo(one.nonce());
        assertThat(other.codeVerifier()).isNotEqualTo(one.codeVerifier());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "state", "a.b.c"})
    void whatIsNoStateIsUnreadable(String state) {
        assertRefused(Reason.STATE_UNREADABLE, () -> flow.resume(VISIT, state));
    }

    @Test
    void theTokensOfOtherFlowsAreUnreadable() {
        for (String audience : List.of("fastapi-users:reset", "fastapi-users:verify", "fastapi-users:auth")) {
            String token = new FlowTokens(SECRET, audience, Duration.ofHours(1), Clock.fixed(NOON, ZoneOffset.UTC))
                    .issue(new FlowSubject("arthur", 1, "king.arthur@camelot.bt"));
            assertRefused(Reason.STATE_UNREADABLE, () -> flow.resume(VISIT, token));
        }
        String state = flow.begin(VISIT).state();
        for (String audience : List.of("fastapi-users:reset", "fastapi-users:oauth-state")) {
            FlowTokens tokens =
                    new FlowTokens(SECRET, audience, Duration.ofHours(1), Clock.fixed(NOON, ZoneOffset.UTC));
            assertThat(tokens.read(state)).isEmpty();
        }
    }

    @Test
    void aStateUnderAnotherSecretIsUnreadableUnlessThatWasBefore() {
        String state = flow.begin(VISIT).state();
        assertRefused(Reason.STATE_UNREADABLE, () -> flow(NOON, OTHER).resume(VISIT, state));
        assertThat(flow(NOON, OTHER, SECRET).resume(VISIT, state).stateId()).isNotEmpty();
    }

    @Test
    void aStateExpires() {
        String state = flow.begin(VISIT).state();
        assertRefused(
                Reason.STATE_EXPIRED, () -> flow(NOON.plusSeconds(3600), SECRET).resume(VISIT, state));
        assertRefused(Reason.STATE_EXPIRED, () -> flow(NOON.plusSeconds(3600), SECRET)
                .resume(visit("avalon", null, null), state));
    }

    @ParameterizedTest
    @CsvSource({"tintagel, true,", "avalon, false,", "avalon, true, arthur"})
    void aStateIsForOneProviderOneBrowserAndOneUser(String provider, boolean sameKey, @Nullable String userId) {
        String state = flow.begin(VISIT).state();
        OAuthVisit other = visit(provider, sameKey ? KEY : OAuthFlow.newBrowserKey(), userId);
        assertRefused(Reason.STATE_INVALID, () -> flow.resume(other, state));
    }

    @Test
    void aStateOfAUserIsForNobodyElse() {
        String state = flow.begin(visit("avalon", KEY, "arthur")).state();
        assertRefused(Reason.STATE_INVALID, () -> flow.resume(VISIT, state));
        assertRefused(Reason.STATE_INVALID, () -> flow.resume(visit("avalon", KEY, "Arthur"), state));
        assertThat(flow.resume(visit("avalon", KEY, "arthur"), state).stateId()).isNotEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "short",
                "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"
            })
    void aBrowserWithoutAGoodKeyIsAnother(String key) {
        String state = flow.begin(VISIT).state();
        assertRefused(Reason.STATE_INVALID, () -> flow.resume(visit("avalon", key, null), state));
    }
}
