package dev.usher;

import dev.usher.oauth.OAuthIdentity;
import dev.usher.oauth.OAuthTokens;
import dev.usher.spi.OAuthAccount;
import dev.usher.spi.Secret;
import dev.usher.token.TokenCipher;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts at providers as they are stored: with an address in its canonical form, and the tokens encrypted. */
final class SealedAccounts {

    private static final System.Logger LOG = System.getLogger("dev.usher.oauth");
    private static final int MAX_ACCOUNT_ID = 320;
    private static final int MAX_ENCRYPTED = 16_384;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final TokenCipher cipher;

    SealedAccounts(List<Secret> secrets) {
        this.cipher = new TokenCipher(secrets);
    }

    /**
     * Makes an account to be stored of what a provider says.
     *
     * @throws UsersException {@code OAUTH_NOT_AVAILABLE_EMAIL}; {@code OAUTH_PROVIDER_ERROR} if it cannot be stored
     */
    OAuthAccount of(String provider, OAuthIdentity identity) {
        OAuthTokens tokens = identity.tokens();
        String email = Optional.ofNullable(identity.email())
                .flatMap(Email::parse)
                .map(Email::value)
                .orElseThrow(() -> new UsersException(ErrorCode.OAUTH_NOT_AVAILABLE_EMAIL));
        OAuthAccount account = new OAuthAccount(
                provider,
                identity.accountId(),
                email,
                cipher.encrypt(tokens.accessToken()),
                encryptedOrNull(tokens.refreshToken()),
                secondsOrNull(tokens.expiresAt()));
        if (!isStorable(account)) {
            LOG.log(System.Logger.Level.WARNING, "{0} tells what cannot be stored", provider);
            throw new UsersException(ErrorCode.OAUTH_PROVIDER_ERROR);
        }
        return account;
    }

    private static boolean isStorable(OAuthAccount account) {
        String id = account.accountId();
        String refreshToken = account.refreshToken();
        return !id.isEmpty()
                && id.length() <= MAX_ACCOUNT_ID
                && id.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c))
                && account.accessToken().length() <= MAX_ENCRYPTED
                && (refreshToken == null || refreshToken.length() <= MAX_ENCRYPTED);
    }

    private @Nullable String encryptedOrNull(@Nullable String token) {
        return token == null ? null : cipher.encrypt(token);
    }

    private static @Nullable Instant secondsOrNull(@Nullable Instant instant) {
        if (instant == null) {
            return null;
        }
        return instant.isBefore(LATEST) ? instant.truncatedTo(ChronoUnit.SECONDS) : LATEST;
    }

    /** A stored account with the provider's tokens in plain text, or empty where the secret is not known any more. */
    OAuthAccount opened(OAuthAccount account) {
        String refreshToken = account.refreshToken();
        return new OAuthAccount(
                account.provider(),
                account.accountId(),
                account.accountEmail(),
                decrypted(account.accessToken()),
                refreshToken == null ? null : decrypted(refreshToken),
                account.expiresAt());
    }

    private String decrypted(String token) {
        return cipher.decrypt(token).orElse("");
    }
}
