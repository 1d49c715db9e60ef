package dev.usher.oauth.client;

import dev.usher.oauth.OAuthException;
import dev.usher.oauth.OAuthTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token endpoint gives for a code.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5">RFC 6749 section 5</a>
 */
final class TokenAnswer {

    /** The second is GitHub's, which also sends it with 200. */
    private static final Set<String> REFUSALS = Set.of("invalid_grant", "bad_verification_code");

    /** Errors that tell an operator what to mend; any other text may be anything. */
    private static final Set<String> ERRORS = Set.of(
            "invalid_request",
            "invalid_client",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope",
            "incorrect_client_credentials",
            "redirect_uri_mismatch",
            "unverified_user_email");

    /** What an access token lives at most, to be believed. */
    private static final long MAX_SECONDS = Duration.ofDays(3_653).toSeconds();

    private final Map<String, Object> members;

    private TokenAnswer(Map<String, Object> members) {
        this.members = members;
    }

    static TokenAnswer of(Answer answer) {
        if (answer.isServersFault()) {
            throw Failures.failed(answer.from() + " answers " + answer.status());
        }
        Map<String, Object> members = answer.object();
        Object error = members.get("error");
        if (error != null) {
            throw refusal(answer, error);
        }
        answer.good();
        if (members.get("token_type") instanceof String type
                && !type.toLowerCase(Locale.ROOT).equals("bearer")) {
            throw Failures.failed(answer.from() + " gives a token that is no bearer token");
        }
        return new TokenAnswer(members);
    }

    private static OAuthException refusal(Answer answer, Object error) {
        if (REFUSALS.contains(error)) {
            return Failures.refused(answer.from() + " does not take the code");
        }
        return Failures.failed(answer.from() + " answers " + answer.status() + " and "
                + (ERRORS.contains(error) ? error : "an error that is not known"));
    }

    String accessToken() {
        return Values.token(members.get("access_token"), "access token");
    }

    @Nullable Object idToken() {
        return members.get("id_token");
    }

    OAuthTokens tokens(Clock clock) {
        return new OAuthTokens(
                accessToken(), Values.tokenOrNull(members.get("refresh_token"), "refresh token"), expiry(clock));
    }

    /** Null where nothing sensible is said. */
    private @Nullable Instant expiry(Clock clock) {
        long seconds = seconds(members.get("expires_in"));
        return seconds > 0 && seconds <= MAX_SECONDS
                ? clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds)
                : null;
    }

    /** A number, which some providers write as text. */
    private static long seconds(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        return value instanceof String text && text.matches("\\d{1,12}") ? Long.parseLong(text) : 0;
    }
}
