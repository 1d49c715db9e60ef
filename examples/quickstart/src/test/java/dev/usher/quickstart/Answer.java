package dev.usher.quickstart;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/** What the service answered: status, headers and the body as it came. */
record Answer(int status, HttpHeaders headers, String body) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** The body, read. */
    JsonValue json() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readValue();
        }
    }

    /** A member of the object in the body. */
    String text(String member) {
        return json().asJsonObject().getString(member);
    }

    /** The validation failures of a 422, each as {@code type loc}, e.g. {@code missing body.email}. */
    List<String> violations() {
        JsonArray detail = json().asJsonObject().getJsonArray("detail");
        return detail.stream()
                .map(JsonValue::asJsonObject)
                .map(entry -> entry.getString("type") + " " + dotted(entry.getJsonArray("loc")))
                .toList();
    }

    private static String dotted(JsonArray path) {
        return String.join(".", path.getValuesAs(JsonString::getString));
    }

    List<String> cookies() {
        return headers.allValues("Set-Cookie");
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }
}
