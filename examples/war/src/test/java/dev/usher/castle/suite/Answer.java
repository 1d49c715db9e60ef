package dev.usher.castle.suite;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;

/** What the server answered, and what is expected of it. */
record Answer(HttpResponse<String> response) {

    String body() {
        return response.body();
    }

    /** A header, or nothing. */
    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Every value of a header. */
    List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    /** The cookie that was set, as a client sends it back: {@code name=value}. */
    String cookie() {
        return header("Set-Cookie").replaceFirst(";.*", "");
    }

    /** A member of the object in the body. */
    String text(String member) {
        try (JsonReader reader = Json.createReader(new StringReader(body()))) {
            return reader.readObject().getString(member);
        }
    }

    Answer is(int status) {
        assertThat(response.statusCode()).as("%s: %s", response, body()).isEqualTo(status);
        return this;
    }

    Answer is(int status, String body) {
        is(status);
        assertThat(body()).isEqualTo(body);
        return this;
    }

    /** An error in the contract's shape. */
    Answer refuses(int status, String detail) {
        is(status, "{\"detail\":\"" + detail + "\"}");
        assertThat(header("Content-Type")).startsWith("application/json");
        return this;
    }
}
