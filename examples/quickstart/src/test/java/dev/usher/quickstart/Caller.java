package dev.usher.quickstart;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;

/** Asks with the same headers every time: those that say who is asking, above all. Immutable. */
record Caller(Api api, List<String> headers) {

    /** Without any header. */
    static Caller nobody(Api api) {
        return new Caller(api, List.of());
    }

    /** Signed in by a token of her own. */
    static Caller of(Api api, Person person) {
        return nobody(api).bearing(api.token(person));
    }

    /** Somebody new whom the database makes a superuser. */
    static Caller superuser(Api api, MemberTable table) {
        Person merlin = api.registered("Merlin");
        table.setSuperuser(merlin, true);
        return of(api, merlin);
    }

    Caller bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same with a cookie, as {@link Cookies#cookieOf} gives it. */
    Caller presenting(String cookie) {
        return with("Cookie", cookie);
    }

    Caller with(String name, String value) {
        return new Caller(
                api, Stream.concat(headers.stream(), Stream.of(name, value)).toList());
    }

    Answer me() {
        return get("/users/me");
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer patch(String path, String json) {
        return send("PATCH", path, json);
    }

    /** With a body of JSON. */
    Answer send(String method, String path, String json) {
        return send(request(path).header("Content-Type", Api.JSON).method(method, BodyPublishers.ofString(json)));
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = api.request(path);
        return headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new));
    }

    private Answer send(HttpRequest.Builder request) {
        return api.send(request);
    }
}
