package dev.usher.roundtable;

import dev.usher.AccessTokens;
import dev.usher.Email;
import dev.usher.UserDatabase;
import dev.usher.UserServices;
import dev.usher.rest.AuthenticationBackend;
import dev.usher.rest.AuthenticationBackends;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.Knight;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.util.TypeLiteral;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.jboss.weld.environment.se.Weld;

/** The application on a real server, with everybody of Camelot in its database. */
public final class RoundTableServer implements AutoCloseable {

    /** What everybody has who was knighted here. */
    public static final String PASSWORD = "the oath of the table";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SeContainer container;
    private final HttpServer http;
    private final String hash;

    public RoundTableServer() {
        this(Map.of());
    }

    /** The same, with further settings by configuration key. */
    public RoundTableServer(Map<String, String> settings) {
        settings.forEach(System::setProperty);
        try {
            container = new Weld().initialize();
            ResourceConfig application = ResourceConfig.forApplication(new RoundTable())
                    .property(ServerProperties.WADL_FEATURE_DISABLE, true);
            http = GrizzlyHttpServerFactory.createHttpServer(URI.create("http://localhost:0/"), application, false);
            http.getServerConfiguration().setAllowPayloadForUndefinedHttpMethods(true); // a password with DELETE
            http.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
        UserServices services = get(UserServices.class);
        Camelot.insertAll(users(), services.passwords()::hash);
        hash = services.passwords().hash(PASSWORD);
    }

    /** A bean of the application's. */
    public <T> T get(Class<T> type) {
        return container.select(type).get();
    }

    /** A bean of the application's, of a generic type. */
    public <T> T get(TypeLiteral<T> type) {
        return container.select(type).get();
    }

    public UserDatabase<Knight, UUID> users() {
        return get(new TypeLiteral<UserDatabase<Knight, UUID>>() {});
    }

    @SuppressWarnings("unchecked") // the application's users are knights
    public AccessTokens<Knight, UUID> tokens() {
        return (AccessTokens<Knight, UUID>) get(new TypeLiteral<AccessTokens<?, ?>>() {});
    }

    public Knights manager() {
        return get(Knights.class);
    }

    public Herald herald() {
        return get(Herald.class);
    }

    public Knight find(Camelot person) {
        return users().findByEmail(person.email()).orElseThrow();
    }

    /** Stores somebody new, who is as ordinary as Arthur but for what is changed. */
    public Knight knight(String name, Consumer<Knight> change) {
        Knight knight = Camelot.ARTHUR.fill(users().newUser(), password -> hash);
        knight.email(Email.of(name + "@camelot.bt"));
        change.accept(knight);
        if (!users().insert(knight)) {
            throw new IllegalStateException(name + " is here already");
        }
        return knight;
    }

    public Knight knight(String name) {
        return knight(name, ordinary -> {});
    }

    /** A backend of the application's, by name. */
    public AuthenticationBackend backend(String name) {
        return get(AuthenticationBackends.class).list().stream()
                .filter(backend -> backend.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A good token, also of one who could not log in. */
    public String token(String backend, Knight knight) {
        return tokens().issue(knight, backend(backend).strategy(), Map.of());
    }

    public String token(Camelot person) {
        return token("jwt", find(person));
    }

    /** Somebody who presents nothing. */
    public Caller nobody() {
        return new Caller(this);
    }

    public Caller bearer(Knight knight) {
        return nobody().bearing(token("jwt", knight));
    }

    public Caller bearer(Camelot person) {
        return bearer(find(person));
    }

    public Caller cookie(Knight knight) {
        return nobody().withCookie("__Host-usher", token("cookie", knight));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public HttpResponse<String> postJson(String path, String json) {
        return send("POST", path, json);
    }

    /** Any request. The headers are names and values in turn; a body of text is sent as JSON unless they say otherwise. */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        boolean typed = Stream.of(headers).anyMatch("Content-Type"::equalsIgnoreCase);
        if (!body.isEmpty() && !typed) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpRequest complete = (headers.length == 0 ? request : request.headers(headers)).build();
            return client.send(complete, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public URI uri(String path) {
        return URI.create(
                "http://localhost:" + http.getListeners().iterator().next().getPort() + path);
    }

    @Override
    public void close() {
        http.shutdownNow();
        container.close();
    }
}
