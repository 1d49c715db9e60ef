package dev.usher.castle.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code PATCH} and {@code DELETE /users/me}. */
interface ProfileRows extends Rows {

    private Call me(String method, String token, String json) {
        return api().call(method, "users/me").bearer(token).json(json);
    }

    @Test
    default void update_changesWhatWasSentAndNoFlag() {
        String token = token("galahad");
        Answer before = api().get("users/me", token).is(200);
        me("PATCH", token, "{\"first_name\":\"the Pure\",\"is_superuser\":true,\"team\":\"grail\"}")
                .answer()
                .is(200, before.body().replace("\"first_name\":\"galahad\"", "\"first_name\":\"the Pure\""));
        me("PATCH", token, "{\"first_name\":null}")
                .answer()
                .is(200, before.body().replace("\"first_name\":\"galahad\"", "\"first_name\":null"));
    }

    @Test
    default void update_refusesNullForAnAddressAndTooLongAField() {
        me("PATCH", token("bleoberis"), "{\"email\":null,\"first_name\":\"" + "B".repeat(101) + "\"}")
                .answer()
                .is(
                        422,
                        "{\"detail\":["
                                + "{\"type\":\"string_type\",\"loc\":[\"body\",\"email\"],"
                                + "\"msg\":\"Input should be a valid string\"},"
                                + "{\"type\":\"value_error\",\"loc\":[\"body\",\"first_name\"],"
                                + "\"msg\":\"size must be between 0 and 100\"}]}");
    }

    @Test
    default void update_refusesAnAddressThatIsTaken() {
        String taken = registered("balin");
        me("PATCH", token("balan"), Api.json("email", taken)).answer().refuses(400, "UPDATE_USER_EMAIL_ALREADY_EXISTS");
    }

    @Test
    default void update_tellsTheAddressBefore() {
        String address = registered("bedivere");
        String token = api().login(address, PASSWORD).text("access_token");
        me("PATCH", token, Api.json("email", Rows.address("bedivere"))).answer().is(200);
        assertThat(api().mails(address)).containsExactly("registered ", "updated ");
    }

    @Test
    default void update_refusesAVersionThatIsNoMore() {
        String token = token("caradoc");
        String read = api().get("users/me", token).is(200).header("ETag");
        assertThat(read).matches("\"\\d+\"");
        Answer changed = me("PATCH", token, "{\"first_name\":\"Caradoc\"}")
                .with("If-Match", read)
                .answer()
                .is(200);
        assertThat(changed.header("ETag")).isNotEqualTo(read);
        me("PATCH", token, "{\"first_name\":\"Short Arm\"}")
                .with("If-Match", read)
                .answer()
                .refuses(412, "UPDATE_USER_CONFLICT");
        assertThat(api().get("users/me", token).text("first_name")).isEqualTo("Caradoc");
    }

    @Test
    default void update_ofSeveralAtOnceLosesNothing() {
        String address = registered("brunor");
        String token = api().login(address, PASSWORD).text("access_token");
        String moved = Rows.address("brunor");
        List<Answer> answers = Call.atOnce(
                me("PATCH", token, Api.json("first_name", "La Cote Male Taile")),
                me("PATCH", token, Api.json("email", moved)));
        assertThat(answers).allSatisfy(answer -> answer.is(200));
        assertThat(api().get("users/me", token).is(200).body())
                .contains("\"email\":\"" + moved + "\"", "\"first_name\":\"La Cote Male Taile\"");
    }

    /** Asks whether the server passes a body with {@code DELETE}. */
    @Test
    default void delete_takesThePasswordOfTheAccount() {
        String address = registered("sagramore");
        String token = api().login(address, PASSWORD).text("access_token");
        api().send("DELETE", "users/me", token)
                .is(422, "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\"],\"msg\":\"Field required\"}]}");
        me("DELETE", token, Api.json("password", "wrong")).answer().refuses(400, "DELETE_USER_BAD_PASSWORD");
        Answer gone =
                me("DELETE", token, Api.json("password", PASSWORD)).answer().is(204, "");
        assertThat(gone.headers("Set-Cookie")).containsExactly(CookieRows.EXPIRED);
        api().get("users/me", token).refuses(401, "Unauthorized");
        api().register(address, PASSWORD, "free again").is(201);
    }

    @Test
    default void delete_isUndoneWhereAnObserverRefuses() {
        String address = registered("merlin");
        String cookie = api().loginByCookie(address, PASSWORD).cookie();
        Answer answer = api().call("DELETE", "users/me")
                .cookie(cookie)
                .json(Api.json("password", PASSWORD))
                .answer()
                .refuses(500, "Internal Server Error");
        assertThat(answer.headers("Set-Cookie")).isEmpty();
        api().call("GET", "users/me").cookie(cookie).answer().is(200);
    }
}
