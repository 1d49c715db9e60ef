package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /users}, by a superuser. Seven squires are listed here by how their addresses begin. */
@Contract
@TestInstance(Lifecycle.PER_CLASS)
class UserListTest {

    private static final String SQUIRES = "email_prefix=squire.of.the.list";

    private final Api api;
    private final MemberTable table;
    private final List<Person> squires = new ArrayList<>();
    private Caller merlin;

    UserListTest(Api api, MemberTable table) {
        this.api = api;
        this.table = table;
        this.merlin = Caller.nobody(api);
    }

    @BeforeAll
    void seven() {
        merlin = Caller.superuser(api, table);
        for (int i = 0; i < 7; i++) {
            squires.add(table.insert("Squire.of.the.list." + i, "!"));
        }
        table.setActive(squires.get(0), false);
        table.setVerified(squires.get(1), true);
        table.setVerified(squires.get(2), true);
        table.setSuperuser(squires.get(2), true);
    }

    private JsonObject list(String query) {
        Answer answer = merlin.get("/users?" + query);
        assertThat(answer).hasStatus(200).has("Cache-Control", "no-store").has("Content-Type", "application/json");
        return answer.json().asJsonObject();
    }

    private static List<String> field(JsonObject page, String name) {
        return page.getJsonArray("users").getValuesAs(JsonObject.class).stream()
                .map(user -> user.getString(name))
                .toList();
    }

    @Test
    void showsUsersAsTheyAreShownOneByOne() {
        Person last = squires.get(6);
        assertThat(merlin.get("/users?email_prefix=" + last.email()))
                .is(200, "{\"users\":[" + last.json(true, false) + "],\"next\":null,\"total\":null}");
    }

    @ParameterizedTest
    @CsvSource({"id, 1", "id, 3", "id, 7", "email, 1", "email, 2", "email, 1000"})
    void goesThroughAllPageByPage(String order, int limit) {
        List<String> seen = new ArrayList<>();
        String after = "";
        for (int pages = 0; pages < 8; pages++) {
            JsonObject page = list(SQUIRES + "&order=" + order + "&limit=" + limit + after);
            assertThat(page.getJsonArray("users").size()).isBetween(1, limit);
            seen.addAll(field(page, order));
            if (page.get("next") == JsonValue.NULL) {
                break;
            }
            after = "&after=" + URLEncoder.encode(page.getString("next"), StandardCharsets.UTF_8);
        }
        List<String> all = squires.stream()
                .map(squire -> order.equals("id") ? squire.id() : squire.email())
                .sorted()
                .toList();
        assertThat(seen).isEqualTo(all);
    }

    @Test
    void isOrderedByIdFiftyAtATimeUnlessAskedOtherwise() {
        for (int i = 0; i < 51; i++) {
            table.insert("Page.of.the.list", "!");
        }
        JsonObject first = list("email_prefix=page.of.the.list&unknown=1");
        assertThat(field(first, "id")).isSorted().hasSize(50);
        String after = URLEncoder.encode(first.getString("next"), StandardCharsets.UTF_8);
        assertThat(field(list("email_prefix=page.of.the.list&after=" + after), "id"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'',                                       7",
        "&is_active=true,                          6",
        "&is_active=false,                         1",
        "&is_superuser=true,                       1",
        "&is_superuser=false,                      6",
        "&is_verified=true,                        2",
        "&is_verified=true&is_superuser=false,     1",
        "&is_verified=true&is_active=false,        0",
        "&is_active=false&is_active=true,          1",
        ".3,                                       1",
        "%25,                                      0",
        "_,                                        0",
        ".L,                                       0",
    })
    void countsAndShowsThoseWhoPass(String filter, int total) {
        JsonObject page = list(SQUIRES + filter + "&total=true");
        assertThat(page.getInt("total")).isEqualTo(total);
        assertThat(page.getJsonArray("users")).hasSize(total);
        assertThat(list(SQUIRES + filter + "&total=true&limit=1").getInt("total"))
                .isEqualTo(total);
        assertThat(list(SQUIRES + filter + "&total=false").get("total")).isEqualTo(JsonValue.NULL);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,           limit",
        "limit=1001,        limit",
        "limit=-1,          limit",
        "limit=all,         limit",
        "limit=,            limit",
        "limit=99999999999, limit",
        "order=ID,          order",
        "order=first_name,  order",
        "order=,            order",
        "is_active=1,       is_active",
        "is_active=,        is_active",
        "is_superuser=TRUE, is_superuser",
        "is_verified=yes,   is_verified",
        "total=1,           total",
        "after=garbage,     after",
        "after=,            after",
        "after=%00,         after",
        "email_prefix=%00,  email_prefix",
    })
    void refusesParametersThatAreNoGood(String query, String name) {
        assertThat(merlin.get("/users?" + query)).isInvalid("value_error query." + name);
    }

    @Test
    void namesEveryParameterThatFails() {
        assertThat(merlin.get("/users?limit=0&order=x&is_active=x").violations())
                .containsExactlyInAnyOrder(
                        "value_error query.limit", "value_error query.order", "value_error query.is_active");
    }

    @ParameterizedTest
    @CsvSource({"POST", "PUT", "PATCH", "DELETE"})
    void isOnlyRead(String method) {
        assertThat(merlin.send(method, "/users", "{}")).refuses(405, "Method Not Allowed");
    }
}
