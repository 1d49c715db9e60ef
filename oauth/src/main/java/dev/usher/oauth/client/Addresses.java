package dev.usher.oauth.client;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which addresses of a provider are good ones. */
final class Addresses {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    /** Whether it has a host and is reached over TLS, or on this machine, or may be reached without TLS anyway. */
    static boolean isSafe(@Nullable URI address, boolean plainHttp) {
        if (address == null || address.getHost() == null || address.getUserInfo() != null) {
            return false;
        }
        boolean local = plainHttp || LOOPBACK.contains(address.getHost());
        return "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && local);
    }

    /**
     * An address that the application gave.
     *
     * @throws IllegalArgumentException if it is none that codes and tokens can be sent to
     */
    static URI require(URI address, String what, ClientRegistration registration) {
        if (!isSafe(address, registration.plainHttp()) || address.getFragment() != null) {
            throw new IllegalArgumentException("the " + what + " of the provider '" + registration.name()
                    + "' must be an https address without a fragment; http is for localhost or takes withPlainHttp()");
        }
        return address;
    }

    static String withoutQuery(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
    }

    /** An address below another, with one slash in between. */
    static URI below(URI base, String path) {
        String start = base.toString();
        return URI.create((start.endsWith("/") ? start.substring(0, start.length() - 1) : start) + "/" + path);
    }
}
