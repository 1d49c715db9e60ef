package dev.usher.oauth;

import dev.usher.oauth.OAuthException.Reason;
import dev.usher.spi.Secret;
import dev.usher.token.StateSubject;
import dev.usher.token.StateTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Leads a browser to a provider and knows it again when it comes back, on whichever node.
 *
 * <p>Nothing is stored: everything secret of an attempt (PKCE verifier, nonce, and what binds the state to the browser) is
 * derived from a key that only the browser has. Who reads the state in a log, or plants one in another browser, gets
 * nothing by it. That a state is used once is for the caller to see to, by {@link Resumed#stateId()}. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-2.1">RFC 9700 section 2.1</a>
 */
public final class OAuthFlow {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;

    private final StateTokens states;
    private final Duration lifetime;
    private final Clock clock;

    /**
     * Opens the flow.
     *
     * @param secrets sign states; the first signs, all verify
     * @param lifetime how long a browser may stay away
     */
    public OAuthFlow(List<Secret> secrets, Duration lifetime, Clock clock) {
        this.states = new StateTokens(secrets);
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** A new key for a browser: 256 random bits, 43 characters of base64url. */
    public static String newBrowserKey() {
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return base64(bytes);
    }

    /** Begins an attempt; the visit has a new key. */
    public OAuthAttempt begin(OAuthVisit visit) {
        Secret key = key(visit);
        Instant now = clock.instant();
        StateSubject subject = new StateSubject(
                UUID.randomUUID().toString(), visit.provider(), browser(key), visit.userId(), now.plus(lifetime));
        return attempt(visit, key, states.issue(subject, now));
    }

    /**
     * Takes up an attempt where a browser has come back.
     *
     * @param state as it came back; null if there was none
     * @throws OAuthException {@link Reason#STATE_UNREADABLE}, {@link Reason#STATE_EXPIRED},
     *     {@link Reason#STATE_INVALID}, looked for in this order
     */
    public Resumed resume(OAuthVisit visit, @Nullable String state) {
        StateSubject subject = states.read(Objects.requireNonNullElse(state, ""))
                .orElseThrow(() -> new OAuthException(Reason.STATE_UNREADABLE, "no state of ours"));
        if (!clock.instant().isBefore(subject.expiresAt())) {
            throw new OAuthException(Reason.STATE_EXPIRED, "the state has expired");
        }
        Secret key = key(visit);
        boolean same = isSame(subject.browser(), browser(key))
                && subject.provider().equals(visit.provider())
                && Objects.equals(subject.userId(), visit.userId());
        if (!same) {
            throw new OAuthException(Reason.STATE_INVALID, "the state belongs to somebody else");
        }
        return new Resumed(attempt(visit, key, state), subject.id(), subject.expiresAt());
    }

    /**
     * An attempt that goes on.
     *
     * @param stateId must be seen for the first time
     * @param expiresAt when the id may be forgotten
     */
    public record Resumed(OAuthAttempt attempt, String stateId, Instant expiresAt) {}

    private static OAuthAttempt attempt(OAuthVisit visit, Secret key, @Nullable String state) {
        return new OAuthAttempt(
                visit.redirectUri(),
                Objects.requireNonNull(state),
                base64(key.derive("oauth-nonce")),
                base64(key.derive("oauth-code-verifier")));
    }

    private static String browser(Secret key) {
        return base64(key.derive("oauth-state"));
    }

    private static Secret key(OAuthVisit visit) {
        String key = Objects.requireNonNullElse(visit.browserKey(), "");
        try {
            return Secret.of(key);
        } catch (IllegalArgumentException tooShort) {
            throw new OAuthException(Reason.STATE_INVALID, "the browser brings no key", tooShort);
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
