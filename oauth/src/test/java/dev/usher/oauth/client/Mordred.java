package dev.usher.oauth.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.usher.oauth.OAuthAttempt;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A provider that keeps to the rules until it is told not to. */
final class Mordred implements AutoCloseable {

    static final String CLIENT = "round-table";
    static final String SECRET = "the secret of the round table";
    static final String ACCESS_TOKEN = "access-token-of-mordred";
    static final RSAKey KEY = key("sword");

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // or every answer takes 40 ms
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, HttpHandler> ways = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Map<String, Object> metadata = Map.of();

    Mordred() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        metadata = Map.of(
                "issuer",
                issuer().toString(),
                "authorization_endpoint",
                issuer() + "/authorize?realm=camelot",
                "token_endpoint",
                issuer() + "/token",
                "userinfo_endpoint",
                issuer() + "/userinfo",
                "jwks_uri",
                issuer() + "/keys",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("RS256", "HS256", "none"));
        on("/.well-known/openid-configuration", exchange -> json(exchange, 200, metadata));
        on("/keys", exchange -> json(exchange, 200, new JWKSet(KEY).toJSONObject(true)));
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** What was asked of it. */
    record Asked(String path, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    URI issuer() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    ClientRegistration registration() {
        return new ClientRegistration("mordred", CLIENT, SECRET);
    }

    /** From now on it answers so at this path; tells how it did before. */
    HttpHandler on(String path, HttpHandler way) {
        HttpHandler before = ways.put(path, way);
        return before == null ? unknown -> text(unknown, 404, "{}") : before;
    }

    void onJson(String path, int status, Map<String, ?> body) {
        on(path, exchange -> json(exchange, status, body));
    }

    void onText(String path, int status, String body) {
        on(path, exchange -> text(exchange, status, body));
    }

    /** From now on it thinks for a while before it answers at this path. */
    void slowDown(String path, Duration pause) {
        HttpHandler way = ways.getOrDefault(path, unknown -> text(unknown, 404, "{}"));
        on(path, exchange -> {
            rest(pause);
            way.handle(exchange);
        });
    }

    static void rest(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Changes one member of its metadata. */
    void says(String member, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(metadata);
        changed.put(member, value);
        metadata = changed;
    }

    void forgets(String member) {
        Map<String, Object> changed = new LinkedHashMap<>(metadata);
        changed.remove(member);
        metadata = changed;
    }

    /** From now on it gives tokens for any code, this ID token among them. */
    void gives(String idToken) {
        onJson("/token", 200, tokens(idToken));
    }

    Map<String, Object> tokens(String idToken) {
        return Map.of("access_token", ACCESS_TOKEN, "token_type", "Bearer", "expires_in", 3_600, "id_token", idToken);
    }

    /** The claims of a good ID token. */
    IdTokenDraft idToken(OAuthAttempt attempt) {
        return new IdTokenDraft(issuer(), CLIENT, attempt.nonce());
    }

    List<Asked> asked(String path) {
        return asked.stream().filter(one -> one.path().equals(path)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(path, Map.copyOf(exchange.getRequestHeaders()), body));
        ways.getOrDefault(path, unknown -> text(unknown, 404, "{}")).handle(exchange);
    }

    static void json(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        text(exchange, status, JSONObjectUtils.toJSONString(body));
    }

    static void text(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
