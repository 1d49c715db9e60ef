package dev.usher.oauth.client;

import dev.usher.oauth.OAuthAttempt;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;

/** Attempts to sign in, each with secrets of its own. */
final class Attempts {

    private static final URI CALLBACK = URI.create("https://camelot.example/auth/callback");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Attempts() {}

    static OAuthAttempt attempt() {
        return new OAuthAttempt(CALLBACK, secret(), secret(), secret());
    }

    private static String secret() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
