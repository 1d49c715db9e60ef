package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET} and {@code PATCH /users/me}; what changes nothing is in {@link VainEditTest}. */
@Contract
class OwnAccountTest {

    private static final String PATH = "/users/me";

    private final Api api;
    private final MemberTable table;
    private Person elaine = Person.named("Elaine");
    private Caller her;

    OwnAccountTest(Api api, MemberTable table) {
        this.api = api;
        this.table = table;
        this.her = Caller.nobody(api);
    }

    @BeforeEach
    void logIn() {
        elaine = api.registered("Elaine");
        her = Caller.of(api, elaine);
    }

    @Test
    void isShownWithATagAndForNobodyToStore() {
        assertThat(her.me())
                .is(200, elaine.json(true, false))
                .has("ETag", "\"0\"")
                .has("Cache-Control", "no-store");
    }

    @Test
    void getsAFirstNameAndLosesItAgain() {
        Answer named = her.patch(PATH, Api.body("first_name", "Élaine of Astolat"));
        assertThat(named).hasStatus(200).has("ETag", "\"1\"").has("Cache-Control", "no-store");
        assertThat(named.text("first_name")).isEqualTo("Élaine of Astolat");
        assertThat(her.me()).is(200, named.body());
        assertThat(her.patch(PATH, "{\"first_name\": null}"))
                .is(200, elaine.json(true, false))
                .has("ETag", "\"2\"");
    }

    @Test
    void isUnverifiedUnderANewAddressAndStaysSignedIn() {
        table.setVerified(elaine, true);
        Person moved = Person.named("Elaine.of.Corbenic").withId(elaine.id());
        String typed = " " + moved.email().toUpperCase(Locale.ROOT);
        assertThat(her.patch(PATH, Api.body("email", typed))).is(200, moved.json(true, false));
        assertThat(her.me()).is(200, moved.json(true, false));
        assertThat(api.login(moved)).hasStatus(200);
        assertThat(api.login(elaine)).refuses(400, "LOGIN_BAD_CREDENTIALS");
        assertThat(api.register(elaine.email(), Person.PASSWORD)).hasStatus(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "\t%s "})
    void isAsItWasUnderItsOwnAddressInAnotherCase(String blanks) {
        table.setVerified(elaine, true);
        String typed = blanks.formatted(elaine.email().toUpperCase(Locale.ROOT));
        assertThat(her.patch(PATH, Api.body("email", typed)))
                .is(200, elaine.json(true, true))
                .has("ETag", "\"0\"");
    }

    @Test
    void doesNotGetAnAddressThatIsTakenInAnyCase() {
        Person lancelot = api.registered("Lancelot");
        for (String email : new String[] {lancelot.email(), lancelot.email().toUpperCase(Locale.ROOT)}) {
            assertThat(her.patch(PATH, Api.body("email", email, "first_name", "Elaine")))
                    .refuses(400, "UPDATE_USER_EMAIL_ALREADY_EXISTS");
        }
        assertThat(her.me()).is(200, elaine.json(true, false)).has("ETag", "\"0\"");
    }

    @Test
    void isRefusedAShortPasswordBeforeATakenAddress() {
        Person lancelot = api.registered("Lancelot");
        assertThat(her.patch(PATH, Api.body("email", lancelot.email(), "password", "short")))
                .refuses(400, "UPDATE_USER_INVALID_PASSWORD", "Password should be at least 8 characters");
        assertThat(her.me()).is(200, elaine.json(true, false));
    }

    @Test
    void getsAPasswordOfUpTo1024Characters() {
        String longest = "p".repeat(1024);
        assertThat(her.patch(PATH, Api.body("password", longest + "p"))).isInvalid("value_error body.password");
        assertThat(her.patch(PATH, Api.body("password", longest))).is(200, elaine.json(true, false));
        assertThat(api.login(elaine)).refuses(400, "LOGIN_BAD_CREDENTIALS");
        assertThat(api.login(elaine.email(), longest)).hasStatus(200);
        assertThat(table.hashOf(elaine.email())).startsWith("$argon2id$");
    }

    /** As FastAPI Users has it: only an address and flags must not be null. */
    @Test
    void keepsThePasswordWhereNullIsSent() {
        String hash = table.hashOf(elaine.email());
        assertThat(her.patch(PATH, "{\"password\": null}")).is(200, elaine.json(true, false));
        assertThat(table.hashOf(elaine.email())).isEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource({"true, 200", "false, 401"})
    void isForActiveUsers(boolean active, int status) {
        table.setActive(elaine, active);
        assertThat(her.me()).hasStatus(status);
        assertThat(her.patch(PATH, "{\"first_name\": null}")).hasStatus(status);
    }

    @Test
    void neverShowsTheHash() {
        assertThat(her.me().json().asJsonObject().keySet())
                .containsExactly("id", "email", "is_active", "is_superuser", "is_verified", "first_name");
    }
}
