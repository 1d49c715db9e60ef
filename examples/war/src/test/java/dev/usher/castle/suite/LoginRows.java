package dev.usher.castle.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code POST /auth/{backend}/login} and {@code logout}. */
interface LoginRows extends Rows {

    @Test
    default void login_takesAUrlencodedForm() {
        Answer answer = api().login(registered("gawain"), PASSWORD);
        answer.is(200, "{\"access_token\":\"" + answer.text("access_token") + "\",\"token_type\":\"bearer\"}");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    default void login_readsFormsInUtf8() {
        String address = Rows.address("iseult");
        api().register(address, "Isolde la Blonde, à Tintagel €", "Iseult").is(201);
        api().login(address, "Isolde la Blonde, à Tintagel €").is(200);
        api().post("auth/jwt/login", Api.MULTIPART, Api.multipart(address, "Isolde la Blonde, à Tintagel €"))
                .is(200);
    }

    @Test
    default void login_takesAMultipartForm() {
        String form = Api.multipart(registered("tristan"), PASSWORD);
        api().post("auth/jwt/login", Api.MULTIPART, form).is(200);
    }

    @Test
    default void login_refusesAWrongPasswordAndAnUnknownAddressAlike() {
        api().login(registered("ector"), "guinevere").refuses(400, "LOGIN_BAD_CREDENTIALS");
        api().login(Rows.address("nobody"), PASSWORD).refuses(400, "LOGIN_BAD_CREDENTIALS");
    }

    @Test
    default void login_answersMissingFieldsInTheContractsShape() {
        String missing = "{\"detail\":["
                + "{\"type\":\"missing\",\"loc\":[\"body\",\"username\"],\"msg\":\"Field required\"},"
                + "{\"type\":\"missing\",\"loc\":[\"body\",\"password\"],\"msg\":\"Field required\"}]}";
        api().post("auth/jwt/login", Api.FORM, "").is(422, missing);
        api().postJson("auth/jwt/login", "{\"username\":\"a@camelot.bt\",\"password\":\"p\"}")
                .is(422, missing);
        api().send("POST", "auth/jwt/login", "").is(422, missing);
    }

    @Test
    default void login_knowsNoOtherBackend() {
        api().post("auth/other/login", Api.FORM, "username=a&password=b").refuses(404, "Not Found");
    }

    @Test
    default void logout_endsTheToken() {
        String token = token("geraint");
        api().get("users/me", token).is(200);
        api().send("POST", "auth/jwt/logout", token).is(204, "");
        api().get("users/me", token).refuses(401, "Unauthorized");
        api().send("POST", "auth/jwt/logout", token).refuses(401, "Unauthorized");
    }
}
