package dev.usher;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How an access token travels in a cookie. It is always {@code HttpOnly}, and lives as long as the token.
 *
 * @param name null for {@code __Host-usher}, which browsers let no other host set, or for {@code usher} where path, domain
 *     or {@code secure} do not allow that prefix
 * @param path {@code /} or a path below
 * @param domain null for the very host that sets the cookie; else its subdomains get it too
 * @param secure whether it travels over TLS only
 * @param sameSite with which requests from other sites it travels
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265">RFC 6265</a>
 * @see <a href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis">RFC 6265bis, cookie prefixes</a>
 */
public record CookieSettings(
        @Nullable String name, String path, @Nullable String domain, boolean secure, SameSite sameSite) {

    /** With which requests from other sites a browser sends a cookie. */
    public enum SameSite {
        /** With links that are followed. */
        LAX,
        /** With none. */
        STRICT,
        /** With all; takes a secure cookie. */
        NONE;

        static SameSite of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern PATH = Pattern.compile("/[!-:<-~]*");
    private static final Pattern DOMAIN = Pattern.compile("[0-9A-Za-z.-]+");

    /** A host-only cookie for the whole site, over TLS. */
    public static final CookieSettings DEFAULTS = new CookieSettings(null, "/", null, true, SameSite.LAX);

    public CookieSettings {
        require(name == null || TOKEN.matcher(name).matches(), "usher.cookie.name must be a token of RFC 9110");
        require(PATH.matcher(path).matches(), "usher.cookie.path must begin with / and be printable ASCII without ;");
        require(domain == null || DOMAIN.matcher(domain).matches(), "usher.cookie.domain must be a host name in ASCII");
        require(secure || sameSite != SameSite.NONE, "usher.cookie.same-site=none needs usher.cookie.secure=true");
        boolean hostOnly = secure && path.equals("/") && domain == null;
        require(
                !hasPrefix(name, "__Host-") || hostOnly,
                "a usher.cookie.name with __Host- needs a secure cookie with path / and without a domain");
        require(
                !hasPrefix(name, "__Secure-") || secure,
                "a usher.cookie.name with __Secure- needs usher.cookie.secure=true");
        if (name == null) {
            name = hostOnly ? "__Host-usher" : "usher";
        }
    }

    /** In any case, as browsers read it. */
    private static boolean hasPrefix(@Nullable String name, String prefix) {
        return name != null && name.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private static void require(boolean good, String rule) {
        if (!good) {
            throw new IllegalArgumentException(rule);
        }
    }
}
