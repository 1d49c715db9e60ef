package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET}, {@code PATCH} and {@code DELETE /users/{id}}, by a superuser; others are in {@link GuardTest}. */
@Contract
@TestInstance(Lifecycle.PER_CLASS)
class AnyAccountTest {

    private final Api api;
    private final MemberTable table;
    private Caller merlin;
    private Person gareth = Person.named("Gareth");

    AnyAccountTest(Api api, MemberTable table) {
        this.api = api;
        this.table = table;
        this.merlin = Caller.nobody(api);
    }

    @BeforeAll
    void logIn() {
        merlin = Caller.superuser(api, table);
    }

    /** Nobody signs in as him, so any hash will do. */
    @BeforeEach
    void gareth() {
        gareth = table.insert("Gareth", "!");
        table.setVerified(gareth, true);
    }

    private String path() {
        return "/users/" + gareth.id();
    }

    private Answer patch(String json) {
        return merlin.patch(path(), json);
    }

    private String flags(boolean active, boolean superuser, boolean verified) {
        return gareth.json(active, verified).replace("\"is_superuser\":false", "\"is_superuser\":" + superuser);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-4000-8000-000000000000",
                "ffffffff-ffff-ffff-ffff-fffffffffffff",
                "1-1-1-1-1",
                "1",
                "-",
                "gareth",
                "%00",
                "%F0%9F%91%91"
            })
    void isNotFoundUnderAnUnknownOrUnparsableId(String id) {
        assertThat(merlin.get("/users/" + id)).refuses(404, "Not Found");
        assertThat(merlin.patch("/users/" + id, "{}")).refuses(404, "Not Found");
        assertThat(merlin.delete("/users/" + id)).refuses(404, "Not Found");
    }

    @Test
    void isShownInAnySpellingOfItsId() {
        assertThat(merlin.get(path()))
                .is(200, gareth.json(true, true))
                .has("ETag", "\"0\"")
                .has("Cache-Control", "no-store");
        assertThat(merlin.get(path().toUpperCase(Locale.ROOT).replace("/USERS", "/users")))
                .is(200, gareth.json(true, true));
    }

    @Nested
    class Patch {

        @Test
        void setsEveryFlag() {
            assertThat(patch("{\"is_superuser\": true, \"is_verified\": false}"))
                    .is(200, flags(true, true, false));
            assertThat(patch("{\"is_superuser\": false, \"is_active\": false}")).is(200, flags(false, false, false));
            assertThat(patch("{\"is_active\": true, \"is_verified\": true}")).is(200, flags(true, false, true));
            assertThat(merlin.get(path())).is(200, flags(true, false, true)).has("ETag", "\"3\"");
        }

        @Test
        void makesASuperuserOfHim() {
            Person kay = api.registered("Kay");
            Caller him = Caller.of(api, kay);
            assertThat(him.get(path())).refuses(403, "Forbidden");
            assertThat(merlin.patch("/users/" + kay.id(), "{\"is_superuser\": true}"))
                    .hasStatus(200);
            assertThat(him.get(path())).hasStatus(200);
            assertThat(merlin.patch("/users/" + kay.id(), "{\"is_superuser\": false}"))
                    .hasStatus(200);
            assertThat(him.get(path())).refuses(403, "Forbidden");
        }

        @ParameterizedTest
        @CsvSource({"'', false", "', \"is_verified\": false', false", "', \"is_verified\": true', true"})
        void ofTheAddressMakesItUnverifiedUnlessTheBodySaysOtherwise(String more, boolean verified) {
            Person moved = Person.named("Gareth.of.Orkney").withId(gareth.id());
            String typed = moved.email().toUpperCase(Locale.ROOT);
            assertThat(patch("{\"email\": \"" + typed + "\"" + more + "}")).is(200, moved.json(true, verified));
            assertThat(merlin.get(path())).is(200, moved.json(true, verified));
        }

        @Test
        void ofTheAddressToAnotherCaseChangesNothing() {
            assertThat(patch(Api.body("email", gareth.email().toUpperCase(Locale.ROOT))))
                    .is(200, gareth.json(true, true))
                    .has("ETag", "\"0\"");
        }

        @Test
        void refusesAnAddressThatIsTakenInAnyCase() {
            String taken = table.insert("Lynette", "!").email().toUpperCase(Locale.ROOT);
            assertThat(patch(Api.body("email", taken, "first_name", "Beaumains")))
                    .refuses(400, "UPDATE_USER_EMAIL_ALREADY_EXISTS");
            assertThat(merlin.get(path())).is(200, gareth.json(true, true));
        }

        @Test
        void judgesThePasswordBeforeTheAddress() {
            String taken = table.insert("Lynette", "!").email();
            assertThat(patch(Api.body("email", taken, "password", "short")))
                    .refuses(400, "UPDATE_USER_INVALID_PASSWORD", "Password should be at least 8 characters");
        }

        @Test
        void setsThePasswordAndTheFirstName() {
            Answer answer = patch(Api.body("password", "caliburnus", "first_name", "Beaumains"));
            assertThat(answer).hasStatus(200);
            assertThat(answer.text("first_name")).isEqualTo("Beaumains");
            assertThat(api.login(gareth.email(), "caliburnus")).hasStatus(200);
        }
    }

    @Nested
    class Delete {

        /** The original answers 500 as soon as there is anything of hers. */
        @Test
        void takesEverythingAlongThatIsHers() {
            Person lynette = api.registered("Lynette");
            Caller bearer = Caller.of(api, lynette);
            Caller browser = Caller.nobody(api).presenting(new Cookies(api).login(lynette));
            table.link(lynette, "avalon");
            assertThat(table.rowsOf(lynette, "oauth_account")).isOne();
            assertThat(table.rowsOf(lynette, "access_token")).isOne();

            assertThat(merlin.delete("/users/" + lynette.id())).isEmpty(204);

            assertThat(table.rowsOf(lynette, "oauth_account")).isZero();
            assertThat(table.rowsOf(lynette, "access_token")).isZero();
            assertThat(bearer.me()).refusesTheCaller();
            assertThat(browser.me()).refusesTheCaller();
            assertThat(api.login(lynette)).refuses(400, "LOGIN_BAD_CREDENTIALS");
        }

        @Test
        void leavesNothingToDeleteAndTheAddressFree() {
            assertThat(merlin.delete(path())).isEmpty(204);
            assertThat(merlin.delete(path())).refuses(404, "Not Found");
            assertThat(merlin.get(path())).refuses(404, "Not Found");
            Answer anew = api.register(gareth.email(), Person.PASSWORD);
            assertThat(anew).hasStatus(201);
            assertThat(UUID.fromString(anew.text("id"))).isNotEqualTo(UUID.fromString(gareth.id()));
        }
    }
}
