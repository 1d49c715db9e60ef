package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.Caller;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.Knight;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET}, {@code PATCH} and {@code DELETE /users/{id}}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnyAccountTest {

    private final RoundTableServer server = new RoundTableServer();
    private final Caller merlin = server.bearer(Camelot.MERLIN);
    private int count;

    @AfterAll
    void stop() {
        server.close();
    }

    private Knight somebody() {
        return server.knight("galahad" + count++, knight -> knight.verified(true));
    }

    private Knight stored(Knight knight) {
        return server.users().findById(knight.id()).orElseThrow();
    }

    private HttpResponse<String> patch(Knight knight, String body) {
        return merlin.patch("/users/" + knight.id(), body);
    }

    @ParameterizedTest
    @CsvSource({"GET,''", "PATCH,'{}'", "DELETE,''"})
    void isASuperusersBusinessOnly(String method, String body) {
        Knight somebody = somebody();
        String path = "/users/" + somebody.id();
        assertThat(server.nobody().send(method, path, body).statusCode()).isEqualTo(401);
        assertThat(server.bearer(Camelot.PERCIVAL).send(method, path, body).statusCode())
                .isEqualTo(401);
        assertThat(server.bearer(Camelot.LADY_OF_THE_LAKE)
                        .send(method, path, body)
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.bearer(somebody).send(method, path, body).statusCode())
                .isEqualTo(403);
        assertThat(server.bearer(somebody).send(method, "/users/garbage", body).statusCode())
                .isEqualTo(403);
        assertThat(stored(somebody)).usingRecursiveComparison().isEqualTo(somebody);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-0000-0000-000000000000",
                "garbage",
                "1",
                "-",
                "%00",
                "1-1-1-1-1",
                "%F0%9F%91%91",
                "ffffffff-ffff-ffff-ffff-fffffffffffff"
            })
    void whichIsNotThereIs404(String id) {
        for (String method : new String[] {"GET", "PATCH", "DELETE"}) {
            HttpResponse<String> answer = merlin.send(method, "/users/" + id, method.equals("PATCH") ? "{}" : "");
            assertThat(answer.statusCode()).as(method).isEqualTo(404);
            assertThat(answer.body()).isEqualTo("{\"detail\":\"Not Found\"}");
        }
    }

    @Test
    void isShownInAnySpellingOfItsId() {
        Knight somebody = somebody();
        HttpResponse<String> answer = merlin.get("/users/" + somebody.id());
        assertThat(answer.body())
                .startsWith("{\"id\":\"" + somebody.id() + "\",\"email\":\"" + somebody.email() + "\"");
        assertThat(answer.headers().firstValue("ETag")).contains("\"0\"");
        assertThat(merlin.get("/users/" + somebody.id().toString().toUpperCase(Locale.ROOT))
                        .body())
                .isEqualTo(answer.body());
    }

    @Nested
    class Patch {

        @Test
        void setsFlags() {
            Knight somebody = somebody();
            HttpResponse<String> answer = patch(somebody, "{\"is_superuser\":true,\"is_verified\":false}");
            assertThat(answer.body()).contains("\"is_active\":true,\"is_superuser\":true,\"is_verified\":false");
            assertThat(patch(somebody, "{\"is_superuser\":false}").body()).contains("\"is_superuser\":false");
        }

        @ParameterizedTest
        @CsvSource({
            "'{\"is_active\":null}',              is_active",
            "'{\"is_superuser\":\"true\"}',       is_superuser",
            "'{\"is_verified\":1}',               is_verified",
            "'{\"favoured\":null}',               favoured",
        })
        void refusesFlagsThatAreNone(String body, String field) {
            HttpResponse<String> answer = patch(somebody(), body);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .isEqualTo("{\"detail\":[{\"type\":\"bool_parsing\",\"loc\":[\"body\",\"" + field
                            + "\"],\"msg\":\"Input should be a valid boolean\"}]}");
        }

        @Test
        void tellsEverythingThatIsWrongAtOnce() {
            HttpResponse<String> answer = patch(somebody(), "{\"is_active\":null,\"email\":null,\"favoured\":7}");
            assertThat(answer.body().split("\"loc\"", -1)).hasSize(4);
            assertThat(answer.body()).containsSubsequence("\"email\"", "\"is_active\"", "\"favoured\"");
        }

        @ParameterizedTest
        @CsvSource({
            "'\"email\":\"a0@camelot.bt\"',                          false",
            "'\"email\":\"a1@camelot.bt\",\"is_verified\":true',     true",
            "'\"email\":\"a2@camelot.bt\",\"is_verified\":false',    false",
            "'\"shield\":\"or\"',                                    true",
        })
        void ofTheAddressMakesHerUnverifiedUnlessItSaysOtherwise(String body, boolean verified) {
            Knight somebody = somebody();
            assertThat(patch(somebody, "{" + body + "}").body()).contains("\"is_verified\":" + verified);
        }

        @Test
        void refusesAnAddressThatIsTaken() {
            HttpResponse<String> answer = patch(somebody(), "{\"email\":\"King.Arthur@Camelot.bt\"}");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("{\"detail\":\"UPDATE_USER_EMAIL_ALREADY_EXISTS\"}");
        }

        @Test
        void changesWhatOnlyASuperuserMay() {
            HttpResponse<String> answer = patch(somebody(), "{\"shield\":\"or\",\"favoured\":true}");
            assertThat(answer.body()).contains("\"shield\":\"or (favoured)\"");
        }

        @Test
        void deactivatesForGood() {
            Knight somebody = somebody();
            Caller bearer = server.bearer(somebody);
            Caller cookie = server.cookie(somebody);
            assertThat(patch(somebody, "{\"is_active\":false}").statusCode()).isEqualTo(200);
            assertThat(bearer.get("/users/me").statusCode()).isEqualTo(401);
            assertThat(patch(somebody, "{\"is_active\":true}").statusCode()).isEqualTo(200);
            assertThat(bearer.get("/users/me").statusCode()).isEqualTo(401);
            assertThat(cookie.get("/users/me").statusCode()).isEqualTo(401);
            assertThat(server.bearer(stored(somebody)).get("/users/me").statusCode())
                    .isEqualTo(200);
        }

        @Test
        void ofThePasswordEndsAllTokens() {
            Knight somebody = somebody();
            Caller bearer = server.bearer(somebody);
            assertThat(patch(somebody, "{\"password\":\"a longer road to Avalon\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(bearer.get("/users/me").statusCode()).isEqualTo(401);
        }
    }

    @Nested
    class Delete {

        @Test
        void endsEverythingOfHers() {
            Knight somebody = somebody();
            Caller bearer = server.bearer(somebody);
            Caller cookie = server.cookie(somebody);
            HttpResponse<String> answer = merlin.delete("/users/" + somebody.id());
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.body()).isEmpty();
            assertThat(server.users().findById(somebody.id())).isEmpty();
            assertThat(bearer.get("/users/me").statusCode()).isEqualTo(401);
            assertThat(cookie.get("/users/me").statusCode()).isEqualTo(401);
            assertThat(merlin.delete("/users/" + somebody.id()).statusCode()).isEqualTo(404);
        }
    }
}
