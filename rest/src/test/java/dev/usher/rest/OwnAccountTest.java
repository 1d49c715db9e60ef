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

/** {@code GET} and {@code PATCH /users/me}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnAccountTest {

    private final RoundTableServer server = new RoundTableServer();
    private int count;

    @AfterAll
    void stop() {
        server.close();
    }

    /** Somebody verified, who is new in every test. */
    private Knight somebody() {
        return server.knight("galahad" + count++, knight -> {
            knight.verified(true);
            knight.shield = "argent";
        });
    }

    private Knight stored(Knight knight) {
        return server.users().findById(knight.id()).orElseThrow();
    }

    private static void assertAnswer(HttpResponse<String> answer, int status, String body) {
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    private void assertUnchanged(Knight knight) {
        assertThat(stored(knight)).usingRecursiveComparison().isEqualTo(knight);
    }

    @Nested
    class Get {

        @Test
        void showsEverythingButTheHash() {
            Knight knight = somebody();
            HttpResponse<String> answer = server.bearer(knight).get("/users/me");
            assertAnswer(
                    answer,
                    200,
                    "{\"id\":\"" + knight.id() + "\",\"email\":\"" + knight.email()
                            + "\",\"is_active\":true,\"is_superuser\":false,\"is_verified\":true,\"shield\":\"argent\"}");
            assertThat(answer.headers().firstValue("ETag")).contains("\"0\"");
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        }

        @Test
        void takesAnActiveUser() {
            assertThat(server.nobody().get("/users/me").statusCode()).isEqualTo(401);
            assertThat(server.bearer(Camelot.PERCIVAL).get("/users/me").statusCode())
                    .isEqualTo(401);
        }
    }

    @Nested
    class Patch {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"is_superuser\":true}",
                    "{\"is_active\":false,\"is_verified\":false}",
                    "{\"is_superuser\":\"garbage\",\"is_active\":null}",
                    "{\"id\":\"00000000-0000-0000-0000-000000000000\"}",
                    "{\"hashed_password\":\"$2b$\",\"oauth_accounts\":[],\"token_version\":1,\"row_version\":7}",
                    "{\"favoured\":true}",
                    "{\"sword\":\"excalibur\"}",
                    "{\"password\":null}",
                    "{\"sent\":[\"shield\"]}",
                })
        void leavesWhatIsNotHersToChange(String body) {
            Knight knight = somebody();
            HttpResponse<String> answer = server.bearer(knight).patch("/users/me", body);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("ETag")).contains("\"0\"");
            assertUnchanged(knight);
        }

        @ParameterizedTest
        @CsvSource({
            "'{\"email\":null}',               string_type,  email",
            "'{\"email\":7}',                  string_type,  email",
            "'{\"email\":\"no address\"}',     value_error,  email",
            "'{\"email\":\"\"}',               value_error,  email",
            "'{\"password\":12345678}',        string_type,  password",
            "'{\"shield\":true}',              string_type,  shield",
            "'{\"shield\":\"aaaaaaaaaaaaaaaaaaaaa\"}', value_error, shield",
        })
        void refusesWhatIsNoGood(String body, String type, String field) {
            Knight knight = somebody();
            HttpResponse<String> answer = server.bearer(knight).patch("/users/me", body);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .startsWith(
                            "{\"detail\":[{\"type\":\"" + type + "\",\"loc\":[\"body\",\"" + field + "\"],\"msg\":\"");
            assertUnchanged(knight);
        }

        @Test
        void refusesPasswordsBeyondWhatIsRead() {
            String body = "{\"password\":\"" + "x".repeat(1025) + "\"}";
            HttpResponse<String> answer = server.bearer(somebody()).patch("/users/me", body);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).doesNotContain("xx");
        }

        @Test
        void ofHerOwnAddressInAnotherCaseChangesNothing() {
            Knight knight = somebody();
            String same = " " + knight.email().value().toUpperCase(Locale.ROOT) + " ";
            HttpResponse<String> answer = server.bearer(knight).patch("/users/me", "{\"email\":\"" + same + "\"}");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("ETag")).contains("\"0\"");
            assertUnchanged(knight);
        }

        @Test
        void ofTheAddressMakesHerUnverifiedAndKeepsHerSignedIn() {
            Knight knight = somebody();
            Caller caller = server.bearer(knight);
            HttpResponse<String> answer = caller.patch("/users/me", "{\"email\":\"Bors@Camelot.bt\"}");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"email\":\"bors@camelot.bt\"").contains("\"is_verified\":false");
            assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
            assertThat(caller.get("/users/me").body()).isEqualTo(answer.body());
        }

        @ParameterizedTest
        @ValueSource(strings = {"merlin@camelot.bt", "MERLIN@CAMELOT.BT"})
        void refusesAnAddressThatIsTaken(String email) {
            Knight knight = somebody();
            HttpResponse<String> answer =
                    server.bearer(knight).patch("/users/me", "{\"email\":\"" + email + "\",\"shield\":\"or\"}");
            assertAnswer(answer, 400, "{\"detail\":\"UPDATE_USER_EMAIL_ALREADY_EXISTS\"}");
            assertUnchanged(knight);
        }

        @Test
        void judgesThePasswordBeforeTheAddress() {
            Knight knight = somebody();
            HttpResponse<String> answer = server.bearer(knight)
                    .patch("/users/me", "{\"email\":\"merlin@camelot.bt\",\"password\":\"short\"}");
            assertAnswer(
                    answer,
                    400,
                    "{\"detail\":{\"code\":\"UPDATE_USER_INVALID_PASSWORD\","
                            + "\"reason\":\"Password should be at least 8 characters\"}}");
            assertUnchanged(knight);
        }

        @ParameterizedTest
        @CsvSource({"'{\"shield\":\"or\"}', or", "'{\"shield\":null}', ''", "'{\"shield\":\"\"}', ''"})
        void changesOwnFieldsThatWereSent(String body, String shield) {
            Knight knight = somebody();
            HttpResponse<String> answer = server.bearer(knight).patch("/users/me", body);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"shield\":\"" + shield + "\"");
            assertThat(stored(knight).shield).isEqualTo(shield);
            assertThat(stored(knight).verified()).isTrue();
        }

        @Test
        void takesAnActiveUser() {
            assertThat(server.nobody().patch("/users/me", "{}").statusCode()).isEqualTo(401);
            assertThat(server.bearer(Camelot.PERCIVAL).patch("/users/me", "{}").statusCode())
                    .isEqualTo(401);
        }
    }
}
