package dev.usher.roundtable;

import dev.usher.oauth.OAuthAttempt;
import dev.usher.oauth.OAuthException;
import dev.usher.oauth.OAuthException.Reason;
import dev.usher.oauth.OAuthIdentity;
import dev.usher.oauth.OAuthProvider;
import dev.usher.oauth.OAuthTokens;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A provider in memory, which gives codes for whom it is told, and redeems each for the attempt it was given in, once. */
public final class Avalon implements OAuthProvider {

    /** A code that makes it fail. */
    public static final String STORM = "storm";

    private final String name;
    private final Map<String, Given> codes = new ConcurrentHashMap<>();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

    Avalon(String name) {
        this.name = name;
    }

    private record Given(OAuthIdentity identity, String challenge, String nonce, String redirectUri) {}

    @Override
    public String name() {
        return name;
    }

    @Override
    public URI authorizationUrl(OAuthAttempt attempt, List<String> scopes) {
        return UriBuilder.fromUri("https://" + name + ".example/authorize")
                .queryParam("redirect_uri", "{redirect}")
                .queryParam("state", attempt.state())
                .queryParam("nonce", attempt.nonce())
                .queryParam("code_challenge", challenge(attempt.codeVerifier()))
                .queryParam("scope", "{scope}")
                .build(attempt.redirectUri(), String.join(" ", scopes));
    }

    /** Lets somebody sign in there, and gives the code that her browser brings back. */
    public String signIn(Visit visit, String accountId, @Nullable String email, boolean verified) {
        OAuthTokens tokens = new OAuthTokens("access to " + accountId, "refresh of " + accountId, Instant.MAX);
        String code = "code " + codes.size() + " & more";
        codes.put(
                code,
                new Given(
                        new OAuthIdentity(accountId, email, verified, tokens),
                        visit.query("code_challenge"),
                        visit.query("nonce"),
                        visit.query("redirect_uri")));
        return code;
    }

    /** What happens while the next code is redeemed. */
    public void meanwhile(Runnable event) {
        meanwhile.set(event);
    }

    @Override
    public OAuthIdentity redeem(String code, OAuthAttempt attempt) {
        meanwhile.getAndSet(() -> {}).run();
        if (code.equals(STORM)) {
            throw new OAuthException(Reason.PROVIDER_FAILED, "a storm over the lake");
        }
        return Optional.ofNullable(codes.remove(code))
                .filter(given -> given.challenge().equals(challenge(attempt.codeVerifier())))
                .filter(given -> given.nonce().equals(attempt.nonce()))
                .filter(given ->
                        given.redirectUri().equals(attempt.redirectUri().toString()))
                .map(Given::identity)
                .orElseThrow(() -> new OAuthException(Reason.CODE_REFUSED, "no code of this attempt"));
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
