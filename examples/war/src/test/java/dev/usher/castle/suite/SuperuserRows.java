package dev.usher.castle.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code GET /users}, {@code PATCH} and {@code DELETE /users/{id}}. */
interface SuperuserRows extends Rows {

    /** A token of somebody new, who is the only superuser until the next one is. */
    private String superuser(String name) {
        String address = registered(name);
        Postgres.crown(address);
        return api().login(address, PASSWORD).is(200).text("access_token");
    }

    private String id(String token) {
        return api().get("users/me", token).is(200).text("id");
    }

    private Answer patch(String id, String token, String json) {
        return api().call("PATCH", "users/" + id).bearer(token).json(json).answer();
    }

    @Test
    default void list_isForSuperusersPageByPage() {
        String first = registered("ulfius");
        String second = registered("uwaine");
        String token = superuser("uther");
        Answer page = api().get("users?order=email&limit=1&total=true&email_prefix=u", token)
                .is(200);
        assertThat(page.body())
                .startsWith("{\"users\":[{\"id\":\"")
                .contains("\"email\":\"" + first + "\"")
                .endsWith("\"total\":3}");
        page = api().get("users?order=email&email_prefix=u&after=" + Api.encoded(page.text("next")), token)
                .is(200);
        assertThat(page.body())
                .contains("uther", second)
                .doesNotContain(first)
                .endsWith("}],\"next\":null,\"total\":null}");
        api().get("users", token("igraine")).refuses(403, "Forbidden");
        api().get("users?limit=0", token)
                .is(
                        422,
                        "{\"detail\":[{\"type\":\"value_error\",\"loc\":[\"query\",\"limit\"],"
                                + "\"msg\":\"Input should be a number from 1 to 1000\"}]}");
    }

    @Test
    default void superuser_changesFlagsAndProfilesOfOthers() {
        String token = token("tor");
        String id = id(token);
        String superuser = superuser("pellinore");
        Answer changed = patch(id, superuser, "{\"is_verified\":true,\"first_name\":\"Tor\"}")
                .is(200);
        assertThat(changed.body()).contains("\"is_verified\":true,\"first_name\":\"Tor\"");
        assertThat(changed.header("ETag"))
                .isEqualTo(api().get("users/me", token).header("ETag"));
        patch(id, superuser, "{\"is_active\":1}")
                .is(
                        422,
                        "{\"detail\":[{\"type\":\"bool_parsing\",\"loc\":[\"body\",\"is_active\"],"
                                + "\"msg\":\"Input should be a valid boolean\"}]}");
        patch(id, superuser, "{\"is_active\":false}").is(200);
        api().get("users/me", token).refuses(401, "Unauthorized");
        patch(id, token("tarquin"), "{\"is_verified\":false}").refuses(403, "Forbidden");
    }

    @Test
    default void superuser_deletesOthersWithTheirTokens() {
        String address = registered("accolon");
        String token = api().login(address, PASSWORD).text("access_token");
        String cookie = api().loginByCookie(address, PASSWORD).cookie();
        String id = id(token);
        String superuser = superuser("nimue");
        api().send("DELETE", "users/" + id, superuser).is(204, "");
        api().send("DELETE", "users/" + id, superuser).refuses(404, "Not Found");
        api().send("DELETE", "users/nobody", superuser).refuses(404, "Not Found");
        api().get("users/me", token).refuses(401, "Unauthorized");
        api().call("GET", "users/me").cookie(cookie).answer().refuses(401, "Unauthorized");
    }

    @Test
    default void superuser_whoIsTheLastStays() {
        String superuser = superuser("arthur");
        String id = id(superuser);
        patch(id, superuser, "{\"is_superuser\":false}").refuses(400, "UPDATE_USER_LAST_SUPERUSER");
        patch(id, superuser, "{\"is_active\":false}").refuses(400, "UPDATE_USER_LAST_SUPERUSER");
        api().send("DELETE", "users/" + id, superuser).refuses(400, "UPDATE_USER_LAST_SUPERUSER");
        api().call("DELETE", "users/me")
                .bearer(superuser)
                .json(Api.json("password", PASSWORD))
                .answer()
                .refuses(400, "UPDATE_USER_LAST_SUPERUSER");
        api().get("users", superuser).is(200);
    }

    @Test
    default void superusers_whoDemoteEachOtherAtOnceLeaveOne() {
        String one = registered("morgause");
        String other = registered("lot");
        Postgres.crown(one, other);
        String token = api().login(one, PASSWORD).text("access_token");
        String otherToken = api().login(other, PASSWORD).text("access_token");
        String json = "{\"is_superuser\":false}";
        List<Answer> answers = Call.atOnce(
                api().call("PATCH", "users/" + id(token)).bearer(token).json(json),
                api().call("PATCH", "users/" + id(otherToken))
                        .bearer(otherToken)
                        .json(json));
        assertThat(answers).extracting(answer -> answer.response().statusCode()).containsExactlyInAnyOrder(200, 400);
    }
}
