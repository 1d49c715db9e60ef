package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.Caller;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.Knight;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ETag} and {@code If-Match}: an edit can be bound to what its author has read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntityTagTest {

    private final RoundTableServer server = new RoundTableServer();
    private int count;

    @AfterAll
    void stop() {
        server.close();
    }

    /** Somebody whose row has version 2. */
    private Knight somebody() {
        Knight knight = server.knight("galahad" + count++);
        server.users().update(knight);
        server.users().update(knight);
        return knight;
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'\"2\"',                 200",
                "' \"2\" ',               200",
                "'*',                     200",
                "'\"1\", \"2\"',          200",
                "'\"1\",\"2\",\"3\"',     200",
                "'garbage, \"2\"',        200",
                "'\"1\"',                 412",
                "'\"3\"',                 412",
                "'\"02\"',                412",
                "'2',                     412",
                "'W/\"2\"',               412",
                "'\"1\", W/\"2\"',        412",
                "'\"\"',                  412",
                "'\"',                    412",
                "',',                     412",
                "'garbage',               412",
                "'\"-1\"',                412",
                "'\"99999999999999999999\"', 412",
            })
    void anEditPassesByTheTagOfTheRowAsItIs(String ifMatch, int status) {
        Knight knight = somebody();
        for (boolean own : new boolean[] {false, true}) {
            Caller caller = own ? server.bearer(knight) : server.bearer(Camelot.MERLIN);
            String path = own ? "/users/me" : "/users/" + knight.id();
            HttpResponse<String> answer = caller.with("If-Match", ifMatch).patch(path, "{}");
            assertThat(answer.statusCode()).isEqualTo(status);
            if (status == 412) {
                assertThat(answer.body()).isEqualTo("{\"detail\":\"UPDATE_USER_CONFLICT\"}");
            }
        }
    }

    @Test
    void aTagIsGoodUntilTheNextChange() {
        Knight knight = somebody();
        Caller caller = server.bearer(knight);
        String read = tag(caller.get("/users/me"));
        HttpResponse<String> first = caller.with("If-Match", read).patch("/users/me", "{\"shield\":\"or\"}");
        HttpResponse<String> second = caller.with("If-Match", read).patch("/users/me", "{\"shield\":\"azure\"}");
        HttpResponse<String> third = caller.with("If-Match", tag(first)).patch("/users/me", "{\"shield\":\"vert\"}");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(third.statusCode()).isEqualTo(200);
        assertThat(tag(caller.get("/users/me"))).isEqualTo(tag(third)).isNotEqualTo(tag(first));
        assertThat(caller.get("/users/me").body()).contains("\"shield\":\"vert\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"password\":\"short\"}", "{\"email\":\"merlin@camelot.bt\"}", "{\"shield\":\"or\"}"})
    void aStaleOneIsJudgedBeforeThePasswordAndTheAddress(String body) {
        Knight knight = somebody();
        HttpResponse<String> answer =
                server.bearer(knight).with("If-Match", "\"1\"").patch("/users/me", body);
        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(server.users().findById(knight.id()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(knight);
    }

    @Test
    void aStaleOneIsJudgedAfterTheBody() {
        HttpResponse<String> answer =
                server.bearer(somebody()).with("If-Match", "\"1\"").patch("/users/me", "{\"email\":null}");
        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void aNewUserHasOneToo() {
        HttpResponse<String> answer =
                server.postJson("/auth/register", "{\"email\":\"lamorak@camelot.bt\",\"password\":\"two lions or\"}");
        assertThat(tag(answer)).isEqualTo("\"0\"");
    }
}
