package dev.usher.quickstart;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** A provider of OpenID Connect that others made, where anybody signs in as whom she likes, and quickstarts that trust it. */
final class Avalon implements AutoCloseable {

    /** Where the quickstart's endpoints for it are. */
    static final String PATH = "/auth/openid";

    /** Those for who is signed in already. */
    static final String ASSOCIATE = "/auth/associate/openid";

    static final String CLIENT_ID = "round-table";
    static final String CLIENT_SECRET = "the lake has no bottom";

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private static final String ISSUER = "avalon";

    private final AtomicReference<@Nullable OAuth2HttpResponse> planted = new AtomicReference<>();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(Avalon::nothing);
    private final MockOAuth2Server server = new MockOAuth2Server(new Planted());

    Avalon() {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    /** A quickstart that lets its users sign in here. */
    Launch knownTo(Launch launch) {
        return known(launch, issuer());
    }

    /** A quickstart that lets its users sign in where nobody is. */
    static Launch lost(Launch launch) {
        return known(launch, "http://localhost:1/avalon");
    }

    private static Launch known(Launch launch, String issuer) {
        return launch.env("QUICKSTART_OPENID_ISSUER", issuer)
                .env("QUICKSTART_OPENID_CLIENT_ID", CLIENT_ID)
                .env("QUICKSTART_OPENID_CLIENT_SECRET", CLIENT_SECRET);
    }

    String issuer() {
        return server.issuerUrl(ISSUER).toString();
    }

    /** What the next code is answered with, whichever it is. */
    void answerNext(int status, String body) {
        planted.set(new OAuth2HttpResponse(Headers.of("Content-Type", Api.JSON), status, body, null));
    }

    /** The next code is answered with an ID token of these claims, signed as any other. */
    void identifyNext(Map<String, Object> claims) {
        String token = server.getConfig()
                .getTokenProvider()
                .jwt(claims, Duration.ofHours(1), ISSUER)
                .serialize();
        answerNext(200, "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + token + "\"}");
    }

    private static void nothing() {}

    /** What happens while the next code is redeemed. */
    void whileNextIsAsked(Runnable event) {
        meanwhile.set(event);
    }

    /** Somebody signs in where a browser was sent; gives the query that it is sent back with. */
    static Map<String, String> signIn(URI authorizationUrl, Account account) {
        HttpRequest form = HttpRequest.newBuilder(authorizationUrl)
                .header("Content-Type", Api.FORM)
                .POST(BodyPublishers.ofString(Api.form("username", account.id(), "claims", account.claims())))
                .build();
        try {
            HttpResponse<String> answer = BROWSER.send(form, BodyHandlers.ofString());
            return query(URI.create(answer.headers().firstValue("Location").orElseThrow()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    static Map<String, String> query(URI address) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : address.getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    @Override
    public void close() {
        server.shutdown();
    }

    /** Looks at every code that is to be redeemed, and answers in the provider's place once something is planted. */
    private final class Planted implements Route {

        @Override
        public boolean match(OAuth2HttpRequest request) {
            if (!request.getUrl().encodedPath().endsWith("/token")) {
                return false;
            }
            meanwhile.getAndSet(Avalon::nothing).run();
            return planted.get() != null;
        }

        @Override
        public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
            return Objects.requireNonNull(planted.getAndSet(null));
        }
    }
}
