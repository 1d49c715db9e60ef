package dev.usher;

import dev.usher.oauth.OAuthSettings;
import dev.usher.password.PasswordSettings;
import dev.usher.spi.Secret;
import dev.usher.token.JwtSettings;
import dev.usher.token.Lifetimes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Usher's settings, immutable and checked: a configuration that exists can be used.
 *
 * @param secret the master secret; every key is derived from it
 * @param previousSecrets what the master secret was before: tokens issued under these are accepted until they expire
 * @param requireVerification whether only users with a verified address may sign in
 * @param registration who may register
 * @param passwords how passwords are judged and hashed
 * @param jwt how signed access tokens are made
 * @param opaqueLifetime how long an opaque access token lives; at least one second
 * @param cookie how tokens travel in cookies
 * @param origins whose pages may send them
 * @param resetLifetime how long a reset token can be used; at least one second
 * @param verifyLifetime how long a verify token can be used; at least one second
 * @param oauth how users sign in at providers
 */
public record UsherConfig(
        Secret secret,
        List<Secret> previousSecrets,
        boolean requireVerification,
        Registration registration,
        PasswordSettings passwords,
        JwtSettings jwt,
        Duration opaqueLifetime,
        CookieSettings cookie,
        Origins origins,
        Duration resetLifetime,
        Duration verifyLifetime,
        OAuthSettings oauth) {

    public UsherConfig {
        previousSecrets = List.copyOf(previousSecrets);
        Lifetimes.require(opaqueLifetime, "usher.opaque.lifetime");
        Lifetimes.require(resetLifetime, "usher.reset.lifetime");
        Lifetimes.require(verifyLifetime, "usher.verify.lifetime");
    }

    /** The master secret, which signs, then those before it, which only verify. */
    public List<Secret> secrets() {
        return Stream.concat(Stream.of(secret), previousSecrets.stream()).toList();
    }

    /**
     * Reads the settings by their configuration keys; every key but {@code usher.secret} has a secure default.
     *
     * <p>A key under {@code usher.} that is none is logged as a warning with the one it may have been meant to be.
     *
     * @param settings values by key, see {@link ConfigKey}; blanks around a value are dropped, an empty one counts as
     *     absent
     * @throws IllegalArgumentException if a value is no good; the message names the key and says what to do, and
     *     contains no secret and no key
     */
    public static UsherConfig from(Map<String, String> settings) {
        return new ConfigReader(settings).read();
    }
}
