package dev.usher.roundtable;

import dev.usher.oauth.OAuthProviders;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A browser that was sent to a provider.
 *
 * @param browser brings the cookie it was given
 * @param path of the endpoints
 * @param url where it was sent
 * @param key the cookie
 */
public record Visit(RoundTableServer server, Caller browser, String path, URI url, String key) {

    private static final String COOKIE = "__Host-usher-oauth";

    /** Begins at an endpoint such as {@code /auth/avalon}. */
    public static Visit begin(RoundTableServer server, Caller caller, String path) {
        HttpResponse<String> answer = caller.get(path + "/authorize");
        String key = cookie(answer).replaceAll("^[^=]+=([^;]*);.*", "$1");
        String url = answer.body().replaceAll("^\\{\"authorization_url\":\"(.*)\"}$", "$1");
        return new Visit(server, caller.withCookie(COOKIE, key), path, URI.create(url), key);
    }

    /** What the answer does to the cookie of the visit. */
    public static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .reduce((one, other) -> {
                    throw new AssertionError("two cookies");
                })
                .orElse("");
    }

    /** What it was sent with. */
    public String query(String name) {
        return Stream.of(url.getRawQuery().split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody signs in at the provider, who then sends the browser back. */
    public HttpResponse<String> comeBackAs(String accountId, @Nullable String email, boolean verified) {
        return comeBackWith(code(accountId, email, verified));
    }

    public String code(String accountId, @Nullable String email, boolean verified) {
        return provider().signIn(this, accountId, email, verified);
    }

    public Avalon provider() {
        String provider = path.substring(path.lastIndexOf('/') + 1);
        return (Avalon) server.get(OAuthProviders.class).find(provider).orElseThrow();
    }

    public HttpResponse<String> comeBackWith(String code) {
        return comeBackBy(browser, code, query("state"));
    }

    public HttpResponse<String> comeBackBy(Caller other, String code, String state) {
        return other.get(path + "/callback?code=" + encoded(code) + "&state=" + encoded(state));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
