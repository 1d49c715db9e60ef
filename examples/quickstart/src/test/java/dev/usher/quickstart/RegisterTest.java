package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /auth/register}. */
@Contract
class RegisterTest {

    private static final String DWARF = "\uD83E\uDDD9"; // a mage, one code point in two UTF-16 units
    private static final String TOO_SHORT = "Password should be at least 8 characters";

    private final Api api;
    private final MemberTable table;

    RegisterTest(Api api, MemberTable table) {
        this.api = api;
        this.table = table;
    }

    @Test
    void answersWithTheNewUserInTheOrderOfTheContract() {
        Person gawain = Person.named("Gawain");
        Answer answer = api.register(gawain.email(), Person.PASSWORD);
        assertThat(answer)
                .is(201, gawain.withId(answer.text("id")).json(true, false))
                .has("Cache-Control", "no-store");
        assertThat(answer.text("id")).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void dropsFlagsAndIdAndWhateverElseIsNotToBeSent() {
        Person mordred = Person.named("Mordred");
        Answer answer = api.postJson("/auth/register", """
                {"email": "%s", "password": "%s", "id": "00000000-0000-4000-8000-000000000000", "is_active": false,
                 "is_superuser": true, "is_verified": true, "hashed_password": "x", "token_version": 0,
                 "oauth_accounts": [{}], "crown": {"of": ["Britain"]}}""".formatted(mordred.email(), Person.PASSWORD));
        assertThat(answer).is(201, mordred.withId(answer.text("id")).json(true, false));
        assertThat(answer.text("id")).isNotEqualTo("00000000-0000-4000-8000-000000000000");
        assertThat(api.login(mordred)).hasStatus(200);
    }

    @Test
    void keepsTheFirstName() {
        Answer answer = registerNamed("\"Élaine of Astolat\"");
        assertThat(answer).hasStatus(201);
        assertThat(answer.text("first_name")).isEqualTo("Élaine of Astolat");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void takesAFirstNameOfUpToAHundredCharacters(int length) {
        assertThat(registerNamed("\"" + "n".repeat(length) + "\"")).hasStatus(201);
    }

    @Test
    void takesNullForNoFirstName() {
        Answer answer = registerNamed("null");
        assertThat(answer).hasStatus(201);
        assertThat(answer.json().asJsonObject().isNull("first_name")).isTrue();
    }

    @Test
    void refusesALongerFirstName() {
        assertThat(registerNamed("\"" + "n".repeat(101) + "\"")).isInvalid("value_error body.first_name");
    }

    private Answer registerNamed(String firstName) {
        return api.postJson(
                "/auth/register",
                "{\"email\": \"%s\", \"password\": \"guinevere\", \"first_name\": %s}"
                        .formatted(Person.named("Elaine").email(), firstName));
    }

    @Test
    void storesAnArgon2idHashAndNothingOfThePassword() {
        Person bors = api.registered("Bors");
        assertThat(table.hashOf(bors.email()))
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                .doesNotContain(Person.PASSWORD);
    }

    @Test
    void refusesAnAddressAlreadyTakenInAnyCase() {
        Person kay = api.registered("Kay");
        assertThat(api.register(kay.email(), "another password")).refuses(400, "REGISTER_USER_ALREADY_EXISTS");
        assertThat(api.register(" " + kay.email().toUpperCase(Locale.ROOT) + " ", "another password"))
                .refuses(400, "REGISTER_USER_ALREADY_EXISTS");
        assertThat(api.login(kay)).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", DWARF + DWARF + DWARF + DWARF})
    void refusesAPasswordOfLessThanEightCodePoints(String password) {
        assertThat(api.register(Person.named("Dinadan").email(), password))
                .refuses(400, "REGISTER_INVALID_PASSWORD", TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678", DWARF + DWARF + DWARF + DWARF + DWARF + DWARF + DWARF + DWARF, "        "})
    void takesAPasswordOfEightCodePoints(String password) {
        Person merlin = Person.named("Merlin");
        assertThat(api.register(merlin.email(), password)).hasStatus(201);
        assertThat(api.login(merlin.email(), password)).hasStatus(200);
    }

    @Test
    void takesAPasswordOf1024CharactersAndReadsAllOfThem() {
        Person tristan = Person.named("Tristan");
        String password = "p".repeat(1023);
        assertThat(api.register(tristan.email(), password + "1")).hasStatus(201);
        assertThat(api.login(tristan.email(), password + "1")).hasStatus(200);
        assertThat(api.login(tristan.email(), password + "2")).refuses(400, "LOGIN_BAD_CREDENTIALS");
    }

    @Test
    void refusesAPasswordOf1025Characters() {
        assertThat(api.register(Person.named("Tristan").email(), "p".repeat(1025)))
                .isInvalid("value_error body.password");
    }

    @Test
    void judgesThePasswordBeforeItLooksWhetherTheAddressIsTaken() {
        Person ector = api.registered("Ector");
        assertThat(api.register(ector.email(), "short")).refuses(400, "REGISTER_INVALID_PASSWORD", TOO_SHORT);
    }

    @Test
    void judgesTheFormOfTheBodyBeforeThePassword() {
        assertThat(api.register("no address", "short")).isInvalid("value_error body.email");
    }

    @Test
    void namesEveryFieldThatFails() {
        assertThat(api.postJson("/auth/register", "{}")).isInvalid("missing body.email", "missing body.password");
        assertThat(api.postJson("/auth/register", "{\"email\": \"no address\", \"password\": 7, \"first_name\": true}"))
                .isInvalid("value_error body.email", "string_type body.password", "string_type body.first_name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "APPLICATION/JSON", "application/vnd.camelot+json"})
    void takesJsonUnderAnyOfItsContentTypes(String contentType) {
        String body = Api.body("email", Person.named("Lunete").email(), "password", Person.PASSWORD);
        assertThat(api.post("/auth/register", contentType, body)).hasStatus(201);
    }
}
