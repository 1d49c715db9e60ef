package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.Caller;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Camelot;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /users}. Seven are there: the four of Camelot and three squires. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserListTest {

    private final RoundTableServer server = new RoundTableServer();
    private final Caller merlin = server.bearer(Camelot.MERLIN);

    UserListTest() {
        for (int i = 0; i < 3; i++) {
            server.knight("squire" + i);
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private JsonObject list(String query) {
        HttpResponse<String> answer = merlin.get("/users" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private static List<String> field(JsonObject page, String field) {
        return page.getJsonArray("users").getValuesAs(JsonObject.class).stream()
                .map(user -> user.getString(field))
                .toList();
    }

    @Test
    void isASuperusersBusinessOnly() {
        assertThat(server.nobody().get("/users").statusCode()).isEqualTo(401);
        assertThat(server.bearer(Camelot.PERCIVAL).get("/users").statusCode()).isEqualTo(401);
        assertThat(server.bearer(Camelot.LADY_OF_THE_LAKE).get("/users").statusCode())
                .isEqualTo(403);
        assertThat(server.nobody().get("/users?limit=0").statusCode()).isEqualTo(401);
        assertThat(server.bearer(Camelot.ARTHUR).get("/users?limit=0").statusCode())
                .isEqualTo(403);
    }

    @Test
    void showsEachAsTheSuperuserSeesHer() {
        HttpResponse<String> answer = merlin.get("/users?email_prefix=percival");
        assertThat(answer.body())
                .isEqualTo("{\"users\":["
                        + merlin.get("/users/" + server.find(Camelot.PERCIVAL).id())
                                .body() + "],\"next\":null,\"total\":null}");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @CsvSource({"id, id, 1", "id, id, 3", "id, id, 7", "email, email, 1", "email, email, 2", "email, email, 1000"})
    void goesThroughAllPageByPage(String order, String field, int limit) {
        List<String> seen = new ArrayList<>();
        String after = "";
        for (int pages = 0; pages < 8; pages++) {
            JsonObject page = list("?order=" + order + "&limit=" + limit + after);
            assertThat(page.getJsonArray("users").size()).isBetween(1, limit);
            seen.addAll(field(page, field));
            if (page.get("next") == JsonValue.NULL) {
                break;
            }
            after = "&after=" + URLEncoder.encode(page.getString("next"), StandardCharsets.UTF_8);
        }
        assertThat(seen).doesNotHaveDuplicates().isEqualTo(field(list("?order=" + order), field));
        assertThat(seen).hasSize(7);
    }

    @Test
    void isOrderedByIdUnlessAskedOtherwise() {
        assertThat(field(list(""), "id")).isEqualTo(field(list("?order=id"), "id"));
        assertThat(field(list("?unknown=1&order=email"), "email")).isSorted().hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({
        "'',                                         7",
        "is_active=true,                             6",
        "is_active=false,                            1",
        "is_superuser=true,                          1",
        "is_verified=true,                           2",
        "is_verified=true&is_superuser=false,        1",
        "email_prefix=squire,                        3",
        "email_prefix=squire1,                       1",
        "email_prefix=,                              7",
        "email_prefix=%25,                           0",
        "email_prefix=S,                             0",
        "is_active=false&is_active=true,             1",
    })
    void countsAndShowsThoseWhoPass(String filter, int total) {
        JsonObject page = list("?total=true&" + filter);
        assertThat(page.getInt("total")).isEqualTo(total);
        assertThat(page.getJsonArray("users")).hasSize(total);
        JsonObject one = list("?total=true&limit=1&" + filter);
        assertThat(one.getInt("total")).isEqualTo(total);
        assertThat(list("?total=false&" + filter).get("total")).isEqualTo(JsonValue.NULL);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=1001, limit",
        "limit=-1, limit",
        "limit=all, limit",
        "limit=, limit",
        "limit=99999999999, limit",
        "order=ID, order",
        "order=shield, order",
        "order=, order",
        "is_active=1, is_active",
        "is_active=, is_active",
        "is_superuser=TRUE, is_superuser",
        "is_verified=yes, is_verified",
        "total=1, total",
        "after=garbage, after",
        "after=, after",
        "after=EMAIL%3Amerlin@camelot.bt, after",
        "email_prefix=%00, email_prefix",
        "after=%00, after",
    })
    void refusesParametersThatAreNoGood(String query, String name) {
        HttpResponse<String> answer = merlin.get("/users?" + query);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .startsWith("{\"detail\":[{\"type\":\"value_error\",\"loc\":[\"query\",\"" + name + "\"],\"msg\":\"")
                .endsWith("\"}]}");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        String body = merlin.get("/users?limit=0&order=x&is_active=x").body();
        assertThat(body).contains("\"limit\"", "\"order\"", "\"is_active\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void isOnlyRead(String method) {
        HttpResponse<String> answer = merlin.send(method, "/users", "");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Method Not Allowed\"}");
    }
}
