package dev.usher.castle.suite;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A request in the making, for rows that say more than method, path and token. */
final class Call {

    private final HttpRequest.Builder request;
    private final String method;
    private BodyPublisher body = BodyPublishers.noBody();

    Call(HttpRequest.Builder request, String method) {
        this.request = request;
        this.method = method;
    }

    Call with(String header, String value) {
        request.header(header, value);
        return this;
    }

    Call bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** @param cookie as {@code name=value} */
    Call cookie(String cookie) {
        return with("Cookie", cookie);
    }

    Call json(String json) {
        return content("application/json", json);
    }

    Call content(String type, String content) {
        body = BodyPublishers.ofString(content);
        return with("Content-Type", type);
    }

    Answer answer() {
        return Api.send(request.method(method, body));
    }

    /** Sends requests without waiting for each other's answers. */
    static List<Answer> atOnce(Call... calls) {
        List<CompletableFuture<Answer>> answers = Stream.of(calls)
                .map(call -> Api.sendAsync(call.request.method(call.method, call.body)))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }
}
