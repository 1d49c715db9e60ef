package dev.usher.oauth;

import org.jspecify.annotations.Nullable;

/**
 * Who somebody is at a provider, as the provider itself said over a connection of ours. {@code toString} redacts the tokens.
 *
 * @param accountId the provider's own, unchanging name for the account ({@code sub} of OpenID Connect)
 * @param email as the provider has it; null where it tells none
 * @param emailVerified whether the provider says that the address is the user's
 * @param tokens what may be done at the provider in the user's name
 */
public record OAuthIdentity(String accountId, @Nullable String email, boolean emailVerified, OAuthTokens tokens) {}
