package dev.usher.roundtable;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** Somebody who sends requests: what she presents goes with each of them. */
public final class Caller {

    private final RoundTableServer server;
    private final String[] headers;

    Caller(RoundTableServer server, String... headers) {
        this.server = server;
        this.headers = headers;
    }

    /** The same caller with more headers, names and values in turn. */
    public Caller with(String... more) {
        return new Caller(
                server, Stream.of(headers, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    public Caller bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same caller with a cookie, beside those she has. */
    public Caller withCookie(String name, String value) {
        String[] all = headers.clone();
        for (int i = 0; i < all.length; i += 2) {
            if (all[i].equals("Cookie")) {
                all[i + 1] += "; " + name + "=" + value;
                return new Caller(server, all);
            }
        }
        return with("Cookie", name + "=" + value);
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, json);
    }

    public HttpResponse<String> patch(String path, String json) {
        return send("PATCH", path, json);
    }

    public HttpResponse<String> delete(String path) {
        return send("DELETE", path, "");
    }

    /** Logs in by a form. */
    public HttpResponse<String> login(String backend, String username, String password) {
        return with("Content-Type", "application/x-www-form-urlencoded")
                .send(
                        "POST",
                        "/auth/" + backend + "/login",
                        "username=" + encoded(username) + "&password=" + encoded(password));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public HttpResponse<String> send(String method, String path, String body) {
        return server.send(method, path, body, headers);
    }
}
