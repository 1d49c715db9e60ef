package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code DELETE /users/me}; the last superuser is in {@link LastSuperuserTest}. */
@Contract
class DeleteAccountTest {

    private static final String RIGHT = Api.body("password", Person.PASSWORD);

    private final Api api;
    private final MemberTable table;
    private Person elaine = Person.named("Elaine");
    private String cookie = "";
    private Caller her;

    DeleteAccountTest(Api api, MemberTable table) {
        this.api = api;
        this.table = table;
        this.her = Caller.nobody(api);
    }

    @BeforeEach
    void logIn() {
        elaine = api.registered("Elaine");
        cookie = new Cookies(api).login(elaine);
        her = Caller.nobody(api).presenting(cookie);
    }

    private static Answer leave(Caller caller, String body) {
        return caller.send("DELETE", "/users/me", body);
    }

    @Test
    void takesTheRightPasswordAndLeavesNothing() {
        table.link(elaine, "avalon");
        Answer answer = leave(her, RIGHT);
        assertThat(answer)
                .isEmpty(204)
                .has("Set-Cookie", "__Host-usher=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=lax");
        assertThat(her.me()).refusesTheCaller();
        assertThat(table.rowsOf(elaine, "access_token")).isZero();
        assertThat(table.rowsOf(elaine, "oauth_account")).isZero();
        assertThat(api.register(elaine.email(), Person.PASSWORD)).hasStatus(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Guinevere", "", " ", "guinevere "})
    void refusesAWrongPassword(String password) {
        Answer answer = leave(her, Api.body("password", password));
        assertThat(answer).refuses(400, "DELETE_USER_BAD_PASSWORD");
        assertThat(answer.cookies()).isEmpty();
        assertThat(her.me()).is(200, elaine.json(true, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                              | missing body.password
            {"Password": "guinevere"}       | missing body.password
            {"password": null}              | string_type body.password
            {"password": 7}                 | string_type body.password
            {"password": "guinevere\\u0000"} | json_invalid body
            """)
    void refusesABodyWithoutAPassword(String body, String violation) {
        assertThat(leave(her, body)).isInvalid(violation);
    }

    @Test
    void readsNoMoreThanAPasswordCanHave() {
        assertThat(leave(her, Api.body("password", "p".repeat(1024)))).refuses(400, "DELETE_USER_BAD_PASSWORD");
        assertThat(leave(her, Api.body("password", "p".repeat(1025)))).isInvalid("value_error body.password");
    }
}
