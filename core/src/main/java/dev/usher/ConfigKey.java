package dev.usher;

import java.util.Arrays;
import java.util.Optional;

/** Every key of the configuration: what it sets, its form, and its default. */
public enum ConfigKey {
    /** The master secret: at least 32 bytes of UTF-8. No default, unless {@link #DEV} is set. */
    SECRET("usher.secret"),
    /** What the master secret was before, comma-separated: verifies tokens, signs none. Default: none. */
    PREVIOUS_SECRETS("usher.previous-secrets"),
    /** {@code true} lets a missing secret be generated for one run. Default {@code false}; never inferred. */
    DEV("usher.dev"),
    /** Whether only users with a verified address may sign in. Default {@code false}. */
    REQUIRE_VERIFICATION("usher.require-verification"),
    /** Who may register: {@code open} or {@code closed}. Default {@code open}. */
    REGISTRATION_MODE("usher.registration.mode"),
    /** Only addresses of these domains may register, comma-separated. Default: of any domain. */
    REGISTRATION_DOMAINS("usher.registration.domains"),
    /** The least a password may have, in code points. Default {@code 8} (NIST SP 800-63B section 5.1.1.2). */
    PASSWORD_MIN_LENGTH("usher.password.min-length"),
    /** Formats of stored hashes, comma-separated, the one for new hashes first. Default {@code argon2id}. */
    PASSWORD_FORMATS("usher.password.formats"),
    /** How many hashes are computed at once. Default: the number of processors. */
    PASSWORD_MAX_CONCURRENT("usher.password.max-concurrent"),
    /** How many hashes may wait before more are refused with 503. Default {@code 128}. */
    PASSWORD_MAX_QUEUED("usher.password.max-queued"),
    /** How long a hash may wait before it is refused with 503. Default {@code PT5S}. */
    PASSWORD_MAX_WAIT("usher.password.max-wait"),
    /** How long a signed access token lives. Default {@code PT1H}. */
    JWT_LIFETIME("usher.jwt.lifetime"),
    /** Audiences of signed access tokens, comma-separated. Default {@code fastapi-users:auth}. */
    JWT_AUDIENCE("usher.jwt.audience"),
    /** How access tokens are signed: {@code HS256}, {@code RS256}, {@code ES256} or {@code EdDSA}. Default {@code HS256}. */
    JWT_ALGORITHM("usher.jwt.algorithm"),
    /** What signs, where the algorithm has key pairs: PEM (PKCS#8), or the path of a PEM file. No default. */
    JWT_PRIVATE_KEY("usher.jwt.private-key"),
    /** Public or private keys that only verify: PEM, or paths of PEM files, comma-separated. Default: none. */
    JWT_PREVIOUS_KEYS("usher.jwt.previous-keys"),
    /** The issuer of signed access tokens, e.g. {@code https://example.org}. Default: none. */
    JWT_ISSUER("usher.jwt.issuer"),
    /** What FastAPI Users signed with, of any length: verifies its tokens, signs none. Default: none. */
    JWT_LEGACY_SECRET("usher.jwt.legacy-secret"),
    /** How long an opaque access token lives. Default {@code P7D}. */
    OPAQUE_LIFETIME("usher.opaque.lifetime"),
    /** The name of the cookie. Default {@code __Host-usher}, or {@code usher} with a path or a domain, or insecure. */
    COOKIE_NAME("usher.cookie.name"),
    /** The path the cookie is for. Default {@code /}. */
    COOKIE_PATH("usher.cookie.path"),
    /** The domain the cookie is for, its subdomains included. Default: the very host that sets it. */
    COOKIE_DOMAIN("usher.cookie.domain"),
    /** {@code false} lets the cookie travel without TLS. Default {@code true}. */
    COOKIE_SECURE("usher.cookie.secure"),
    /** {@code lax}, {@code strict} or {@code none}. Default {@code lax}. */
    COOKIE_SAME_SITE("usher.cookie.same-site"),
    /** {@code true} also refuses clients that do not say where a request comes from. Default {@code false}. */
    COOKIE_STRICT_ORIGIN("usher.cookie.strict-origin"),
    /**
     * Where browsers see the application, e.g. {@code https://example.org}; its origin is trusted with cookies, and
     * providers send browsers back there. Its path does not count.
     */
    PUBLIC_URL("usher.public-url"),
    /** Other origins whose pages may send the cookie, comma-separated. Default: none. */
    TRUSTED_ORIGINS("usher.trusted-origins"),
    /** How long a reset token can be used. Default {@code PT1H}. */
    RESET_LIFETIME("usher.reset.lifetime"),
    /** How long a verify token can be used. Default {@code PT1H}. */
    VERIFY_LIFETIME("usher.verify.lifetime"),
    /** How long a browser may stay at a provider where a user signs in. Default {@code PT1H}. */
    OAUTH_LIFETIME("usher.oauth.lifetime"),
    /**
     * Whether who signs in at a provider gets the account that has the same address, where both sides have verified it.
     * Default {@code false}.
     */
    OAUTH_ASSOCIATE_BY_EMAIL("usher.oauth.associate-by-email"),
    /** The database, for whoever opens it: a JDBC URL, or {@code postgresql://…} as hosting services write it. */
    DATASOURCE_URL("usher.datasource.url"),
    /** The Redis that keeps opaque tokens, for whoever opens it: {@code redis://user:password@host:port/database}. */
    REDIS_URL("usher.redis.url"),
    /** What to do at start-up about tables that differ, for whoever opens the database: fail, warn or off. */
    SCHEMA_CHECK("usher.schema.check");

    private final String key;

    ConfigKey(String key) {
        this.key = key;
    }

    /** The key as it is written, e.g. {@code usher.jwt.lifetime}; in the environment {@code USHER_JWT_LIFETIME}. */
    public String key() {
        return key;
    }

    static Optional<ConfigKey> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }
}
