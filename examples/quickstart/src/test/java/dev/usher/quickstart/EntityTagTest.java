package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ETag} and {@code If-Match}: an edit can be bound to what its author has read. */
@Contract
@TestInstance(Lifecycle.PER_CLASS)
class EntityTagTest {

    private static final String CONFLICT = "UPDATE_USER_CONFLICT";

    private final Api api;
    private final MemberTable table;
    private Person lionel = Person.named("Lionel");
    private Caller himself;
    private Caller superuser;
    private String tag = "";

    EntityTagTest(Api api, MemberTable table) {
        this.api = api;
        this.table = table;
        this.himself = Caller.nobody(api);
        this.superuser = himself;
    }

    @BeforeAll
    void logIn() {
        lionel = api.registered("Lionel");
        himself = Caller.of(api, lionel);
        superuser = Caller.superuser(api, table);
    }

    @BeforeEach
    void read() {
        tag = himself.me().header("ETag").orElseThrow();
    }

    private String path() {
        return "/users/" + lionel.id();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "TAG,            200",
                "' TAG ',        200",
                "*,              200",
                "'\"x\", TAG',   200",
                "'TAG,\"x\"',    200",
                "\"x\",          412",
                "W/TAG,          412",
                "'\"\"',         412",
                "'\"x\", W/TAG', 412",
                "'\"-1\"',       412",
                "garbage,        412",
                "'\"99999999999999999999\"', 412",
            })
    void anEditPassesByTheTagOfTheRowAsItIs(String ifMatch, int status) {
        String sent = ifMatch.replace("TAG", tag);
        Answer own = himself.with("If-Match", sent).patch("/users/me", "{}");
        Answer byOther = superuser.with("If-Match", sent).patch(path(), "{}");
        if (status == 200) {
            assertThat(own).is(200, lionel.json(true, false)).has("ETag", tag);
            assertThat(byOther).is(200, lionel.json(true, false)).has("ETag", tag);
        } else {
            assertThat(own).refuses(412, CONFLICT);
            assertThat(byOther).refuses(412, CONFLICT);
        }
    }

    @Test
    void aTagIsGoodUntilTheNextChangeByAnybody() {
        Caller bound = himself.with("If-Match", tag);
        Answer first = bound.patch("/users/me", "{\"first_name\": \"Lionel\"}");
        assertThat(first).hasStatus(200);
        assertThat(bound.patch("/users/me", "{\"first_name\": \"Bors\"}")).refuses(412, CONFLICT);
        assertThat(superuser.with("If-Match", tag).patch(path(), "{\"is_verified\": true}"))
                .refuses(412, CONFLICT);
        String next = first.header("ETag").orElseThrow();
        assertThat(superuser.with("If-Match", next).patch(path(), "{\"first_name\": null}"))
                .is(200, lionel.json(true, false));
        assertThat(himself.with("If-Match", next).patch("/users/me", "{}")).refuses(412, CONFLICT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"password\": \"short\"}", "{\"email\": \"TAKEN\"}", "{\"first_name\": \"Bors\"}"})
    void aStaleOneIsJudgedBeforeThePasswordAndTheAddress(String body) {
        String taken = table.insert("Taken", "!").email();
        assertThat(himself.with("If-Match", "\"x\"").patch("/users/me", body.replace("TAKEN", taken)))
                .refuses(412, CONFLICT);
        assertThat(himself.me()).is(200, lionel.json(true, false)).has("ETag", tag);
    }

    @Test
    void aStaleOneIsJudgedAfterTheBody() {
        assertThat(himself.with("If-Match", "\"x\"").patch("/users/me", "{\"email\": null}"))
                .isInvalid("string_type body.email");
    }

    @Test
    void everyViewOfAUserHasOne() {
        Person anew = Person.named("Lamorak");
        assertThat(api.register(anew.email(), Person.PASSWORD)).has("ETag", "\"0\"");
        assertThat(api.verify(api.verifyToken(anew))).has("ETag", "\"1\"");
        assertThat(superuser.get(path())).has("ETag", tag);
    }
}
