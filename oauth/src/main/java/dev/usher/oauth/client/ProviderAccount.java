package dev.usher.oauth.client;

import dev.usher.oauth.OAuthIdentity;
import dev.usher.oauth.OAuthTokens;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account as a provider describes it.
 *
 * @param id the provider's own, unchanging name for it: 1 to 320 characters; no address and no nickname, which change
 * @param email at most 320 characters; null where the provider tells none
 * @param emailVerified whether the provider says that the address is the user's
 */
public record ProviderAccount(String id, @Nullable String email, boolean emailVerified) {

    /** As OpenID Connect describes it, in an ID token or at its user-info endpoint. */
    static ProviderAccount ofClaims(Map<String, Object> claims) {
        return new ProviderAccount(
                Values.name(claims.get("sub"), "sub"),
                Values.nameOrNull(claims.get("email"), "email"),
                Values.isTrue(claims.get("email_verified")));
    }

    OAuthIdentity with(OAuthTokens tokens) {
        String address = Values.nameOrNull(email, "email");
        return new OAuthIdentity(Values.name(id, "account id"), address, address != null && emailVerified, tokens);
    }
}
