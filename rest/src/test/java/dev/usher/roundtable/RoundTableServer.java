package dev.usher.roundtable;

import dev.usher.UserDatabase;
import dev.usher.UserServices;
import dev.usher.UsherConfig;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.Knight;
import dev.usher.token.JwtStrategy;
import dev.usher.token.TokenGrant;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.util.TypeLiteral;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.stream.Stream;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.jboss.weld.environment.se.Weld;

/** The application on a real server, with everybody of Camelot in its database. */
public final class RoundTableServer implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SeContainer container;
    private final HttpServer http;

    public RoundTableServer() {
        container = new Weld().initialize();
        http = GrizzlyHttpServerFactory.createHttpServer(
                URI.create("http://localhost:0/"),
                ResourceConfig.forApplication(new RoundTable()).property(ServerProperties.WADL_FEATURE_DISABLE, true));
        UserServices services = container.select(UserServices.class).get();
        Camelot.insertAll(users(), services.passwords()::hash);
    }

    public UserDatabase<Knight, UUID> users() {
        return container
                .select(new TypeLiteral<UserDatabase<Knight, UUID>>() {})
                .get();
    }

    public RoundTable.Knights manager() {
        return container.select(RoundTable.Knights.class).get();
    }

    public RoundTable.Herald herald() {
        return container.select(RoundTable.Herald.class).get();
    }

    /** A good token of a person, also of one who could not log in. */
    public String token(Camelot person) {
        Knight knight = users().findByEmail(person.email()).orElseThrow();
        JwtStrategy strategy =
                new JwtStrategy(container.select(UsherConfig.class).get().jwt());
        return strategy.issue(new TokenGrant(knight.id().toString(), knight.tokenVersion()));
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> postJson(String path, String json) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
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
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private URI uri(String path) {
        return URI.create(
                "http://localhost:" + http.getListeners().iterator().next().getPort() + path);
    }

    @Override
    public void close() {
        http.shutdownNow();
        container.close();
    }
}
