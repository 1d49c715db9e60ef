package dev.usher.testkit;

import dev.usher.oauth.OAuthAttempt;
import dev.usher.oauth.OAuthIdentity;
import dev.usher.oauth.OAuthProvider;
import dev.usher.oauth.OAuthTokens;
import java.net.URI;
import java.util.List;

/** A provider at which only Galahad has an account. */
record Grail() implements OAuthProvider {

    static final URI CALLBACK = URI.create("https://camelot.bt/auth/grail/callback");

    @Override
    public String name() {
        return "grail";
    }

    @Override
    public URI authorizationUrl(OAuthAttempt attempt, List<String> scopes) {
        return URI.create("https://grail.example/authorize?" + attempt.state());
    }

    @Override
    public OAuthIdentity redeem(String code, OAuthAttempt attempt) {
        return new OAuthIdentity("galahad", "galahad@camelot.bt", true, new OAuthTokens("access", "refresh", null));
    }
}
