package dev.usher.rest;

import dev.usher.CookieSettings;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Carries tokens in a cookie that scripts cannot read. Requests that change something are protected from other sites, by
 * {@link dev.usher.Origins}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265">RFC 6265</a>
 */
public final class CookieTransport implements Transport {

    private final String name;
    private final String attributes;

    public CookieTransport(CookieSettings settings) {
        this.name = String.valueOf(settings.name());
        this.attributes = "; Path=" + settings.path()
                + (settings.domain() == null ? "" : "; Domain=" + settings.domain())
                + "; HttpOnly"
                + (settings.secure() ? "; Secure" : "")
                + "; SameSite=" + settings.sameSite().name().toLowerCase(Locale.ROOT);
    }

    /** What the cookie is called. */
    public String cookieName() {
        return name;
    }

    /** The cookie's value as it stands there; none where cookies of its name have different values. */
    @Override
    public Optional<String> read(ContainerRequestContext request) {
        List<String> lines = request.getHeaders().getOrDefault(HttpHeaders.COOKIE, List.of());
        return CookieHeader.find(lines, name).filter(token -> !token.isEmpty());
    }

    /** 204 with the cookie, which lives as long as the token. */
    @Override
    public Response login(String token, Duration lifetime) {
        return setting(token, lifetime.toSeconds());
    }

    /** 204, and the cookie expires. */
    @Override
    public Response logout() {
        return setting("", 0);
    }

    @Override
    public boolean isAmbient() {
        return true;
    }

    /** Written by hand: what runtimes make of a {@code NewCookie} differs in quotes, order and a version of 1997. */
    private Response setting(String value, long maxAge) {
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, name + "=" + value + "; Max-Age=" + maxAge + attributes)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
