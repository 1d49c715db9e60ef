package dev.usher.castle.suite;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** The OpenAPI document as the server serves it. */
interface OpenApiRows extends Rows {

    private JsonObject document() {
        Answer answer =
                Api.send(HttpRequest.newBuilder(api().url().resolve("/openapi")).header("Accept", "application/json"));
        try (JsonReader reader =
                Json.createReader(new StringReader(answer.is(200).body()))) {
            return reader.readObject();
        }
    }

    private static JsonObject at(JsonObject object, String pointer) {
        return Json.createPointer(pointer).getValue(object).asJsonObject();
    }

    /** One of the document's paths; servers differ in whether they begin with that of the WAR. */
    private static JsonObject path(JsonObject document, String path) {
        JsonObject paths = document.getJsonObject("paths");
        String name = paths.keySet().stream()
                .filter(each -> each.equals(path) || each.equals("/castle" + path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " is none of " + paths.keySet()));
        return paths.getJsonObject(name);
    }

    @Test
    default void openApi_hasTheFieldsOfTheApplication() {
        JsonObject document = document();
        JsonObject register = path(document, "/api/auth/register");
        assertThat(at(register, "/post/requestBody/content/application~1json/schema"))
                .hasToString("{\"$ref\":\"#/components/schemas/MemberCreate\"}");
        assertThat(at(document, "/components/schemas/MemberCreate/properties/first_name")
                        .getInt("maxLength"))
                .isEqualTo(100);
        assertThat(at(document, "/components/schemas/MemberRead/properties")).containsKeys("id", "email", "team");
    }

    @Test
    default void openApi_saysWhatIsRefused() {
        JsonObject document = document();
        assertThat(at(path(document, "/api/auth/register"), "/post/responses")).containsKeys("201", "400", "422");
        assertThat(at(path(document, "/api/users/{id}"), "/delete/responses")).containsKeys("204", "401", "403", "404");
        assertThat(at(path(document, "/api/hall"), "/get/responses")).containsKeys("200", "401", "403");
    }

    @Test
    default void openApi_leadsToTheLoginForm() {
        JsonObject document = document();
        assertThat(path(document, "/api/users/me").getJsonObject("get").getJsonArray("security"))
                .hasToString("[{\"cookie\":[]},{\"jwt\":[]}]");
        JsonObject schemes = at(document, "/components/securitySchemes");
        assertThat(at(schemes, "/cookie").getString("name")).isEqualTo("__Host-usher");
        URI login = api().url().resolve(at(schemes, "/jwt/flows/password").getString("tokenUrl"));
        String form = "username=" + Api.encoded(registered("griflet")) + "&password=" + Api.encoded(PASSWORD);
        Answer answer = Api.send(
                HttpRequest.newBuilder(login).header("Content-Type", Api.FORM).POST(BodyPublishers.ofString(form)));
        assertThat(answer.is(200).text("access_token")).isNotEmpty();
    }
}
