package dev.usher.castle.suite;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Speaks to the deployed application as any client would: over HTTP, and nothing else.
 *
 * @param url of the WAR, with a slash at its end
 */
record Api(URI url) {

    static final String FORM = "application/x-www-form-urlencoded";
    static final String MULTIPART = "multipart/form-data; boundary=roundtable";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Answer register(String email, String password, String firstName) {
        return postJson("auth/register", json("email", email, "password", password, "first_name", firstName));
    }

    Answer login(String email, String password) {
        return post("auth/jwt/login", FORM, form(email, password));
    }

    Answer loginByCookie(String email, String password) {
        return cookieLogin(email, password).answer();
    }

    Call cookieLogin(String email, String password) {
        return call("POST", "auth/cookie/login").content(FORM, form(email, password));
    }

    /** A request with whatever it takes. */
    Call call(String method, String path) {
        return new Call(HttpRequest.newBuilder(url.resolve("api/" + path)), method);
    }

    /** @param token of the caller, or nothing */
    Answer get(String path, String token) {
        return send("GET", path, token);
    }

    Answer postJson(String path, String json) {
        return post(path, "application/json", json);
    }

    Answer post(String path, String contentType, String body) {
        return send("POST", path, "", contentType, body);
    }

    /** Sends no body. */
    Answer send(String method, String path, String token) {
        return send(authorized(HttpRequest.newBuilder(url.resolve("api/" + path)), token)
                .method(method, BodyPublishers.noBody()));
    }

    Answer send(String method, String path, String token, String contentType, String body) {
        return send(authorized(HttpRequest.newBuilder(url.resolve("api/" + path)), token)
                .header("Content-Type", contentType)
                .method(method, BodyPublishers.ofString(body)));
    }

    /** Asks what the suite has added to the deployment. */
    Answer proof(String path) {
        return send(HttpRequest.newBuilder(url.resolve("proof/" + path)));
    }

    /** The tokens that were mailed to an address so far, each as {@code kind token}. */
    List<String> mails(String address) {
        return proof("mails/" + encoded(address)).is(200).body().lines().toList();
    }

    /** The token of a mail that is on its way. */
    String mailed(String kind, String address) {
        return proof("mails/" + encoded(address) + "/" + kind).is(200).body();
    }

    private static HttpRequest.Builder authorized(HttpRequest.Builder request, String token) {
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    static Answer send(HttpRequest.Builder request) {
        return sendAsync(request).join();
    }

    static CompletableFuture<Answer> sendAsync(HttpRequest.Builder request) {
        return CLIENT.sendAsync(request.timeout(PATIENCE).build(), BodyHandlers.ofString())
                .thenApply(Answer::new);
    }

    /** A JSON object of text members. */
    static String json(String... namesAndValues) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return object.build().toString();
    }

    /** A login form as {@code multipart/form-data} (RFC 7578), with the boundary of {@link #MULTIPART}. */
    static String multipart(String username, String password) {
        String part = "--roundtable\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        return part.formatted("username", username) + part.formatted("password", password) + "--roundtable--\r\n";
    }

    private static String form(String username, String password) {
        return "username=" + encoded(username) + "&password=" + encoded(password);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
