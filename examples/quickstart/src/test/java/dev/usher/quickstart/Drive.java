package dev.usher.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.quickstart.ApiDocument.Operation;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Asks a quickstart what its document offers, and keeps a list of the documented answers that came. */
record Drive(Api api, ApiDocument document, Set<String> seen) {

    /**
     * A request for an operation as documented.
     *
     * @param body JSON; none if empty
     * @param arguments take the place of the variables in the path
     */
    HttpRequest.Builder request(String id, String body, String... arguments) {
        Operation operation = document.operation(id);
        String path = operation.path();
        for (String argument : arguments) {
            path = path.replaceFirst("\\{\\w+}", argument);
        }
        HttpRequest.Builder request = api.request(path);
        if (!body.isEmpty()) {
            request.header("Content-Type", Api.JSON);
        }
        return request.method(
                operation.verb().toUpperCase(Locale.ROOT),
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    /** Expects an answer that the document knows. */
    Answer expect(int status, String id, HttpRequest.Builder request) {
        return expect(String.valueOf(status), id, request);
    }

    /** Expects a refusal, such as {@code 404 NotFound}, in both forms. */
    void refused(String error, String id, HttpRequest.Builder request) {
        expect(error, id, request);
        expect(error + " problem", id, request.copy().header("Accept", ApiDocument.PROBLEM));
    }

    /** The same of a request that can be sent once. */
    void refused(String error, String id, Supplier<HttpRequest.Builder> requests) {
        expect(error, id, requests.get());
        expect(error + " problem", id, requests.get().header("Accept", ApiDocument.PROBLEM));
    }

    private Answer expect(String documented, String id, HttpRequest.Builder request) {
        Answer answer = api.send(request);
        String judged = document.judge(id, answer);
        assertThat(judged).as(answer.body()).isEqualTo(id + " " + documented);
        seen.add(judged);
        return answer;
    }

    static HttpRequest.Builder as(String token, HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + token);
    }

    static HttpRequest.Builder fromAnotherSite(String cookie, HttpRequest.Builder request) {
        return request.header("Cookie", cookie).header("Sec-Fetch-Site", "cross-site");
    }
}
