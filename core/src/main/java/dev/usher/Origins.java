package dev.usher;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose pages may make a browser send the cookie along with a request that changes something.
 *
 * @param trusted that of the application itself, as browsers see it, where it was told, and further ones
 * @param strict whether clients that do not say where a request comes from are refused
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html">OWASP
 *     CSRF prevention</a>
 */
public record Origins(Set<String> trusted, boolean strict) {

    public Origins {
        trusted = Set.copyOf(trusted);
    }

    /**
     * Whether a request may bring the cookie.
     *
     * @param fetchSite the header {@code Sec-Fetch-Site}; null if it is absent
     * @param origin the header {@code Origin}; null if it is absent
     */
    public boolean allow(@Nullable String fetchSite, @Nullable String origin) {
        if (fetchSite == null && origin == null) {
            return !strict;
        }
        return "same-origin".equals(fetchSite)
                || "none".equals(fetchSite)
                || (origin != null && trusted.contains(origin));
    }

    /**
     * The origin of a URL, as a browser writes it.
     *
     * @throws IllegalArgumentException if it is none of {@code http} or {@code https}
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6454#section-6.2">RFC 6454 section 6.2</a>
     */
    static String origin(String url) {
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !Set.of("http", "https").contains(scheme)) {
                throw new IllegalArgumentException(url);
            }
            boolean usual = uri.getPort() == -1 || uri.getPort() == (scheme.equals("http") ? 80 : 443);
            return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + uri.getPort());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(url, e);
        }
    }
}
