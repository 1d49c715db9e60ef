package dev.usher.quickstart;

import static dev.usher.quickstart.Api.body;
import static dev.usher.quickstart.Drive.as;
import static dev.usher.quickstart.Drive.fromAnotherSite;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;

/** A day at court, on which every endpoint is asked for everything it can answer to a client. */
final class Court {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private static final String WEAK = "short";

    private final Drive drive;
    private final Api api;
    private final MemberTable table;

    Court(Drive drive, MemberTable table) {
        this.drive = drive;
        this.api = drive.api();
        this.table = table;
    }

    void meet() {
        register();
        logInAndOut();
        verify();
        reset();
        changeOneself();
        superuser();
        drive.expect(200, "mails", drive.request("mails", ""));
        strangers();
    }

    static HttpRequest.Builder login(Drive drive, String backend, Person person, String password) {
        return drive.request("login", "", backend)
                .header("Content-Type", Api.FORM)
                .POST(BodyPublishers.ofString(Api.form("username", person.email(), "password", password)));
    }

    private void register() {
        Person arthur = Person.named("Arthur");
        String json = body("email", arthur.email(), "password", Person.PASSWORD, "first_name", "Arthur");
        drive.expect(201, "register", drive.request("register", json));
        drive.refused("400 REGISTER_USER_ALREADY_EXISTS", "register", drive.request("register", json));
        drive.refused(
                "400 REGISTER_INVALID_PASSWORD",
                "register",
                drive.request("register", body("email", arthur.email(), "password", WEAK)));
    }

    private void logInAndOut() {
        Person kay = api.registered("Kay");
        drive.expect(200, "login", login(drive, "jwt", kay, Person.PASSWORD));
        drive.expect(204, "login", login(drive, "cookie", kay, Person.PASSWORD));
        drive.refused("400 LOGIN_BAD_CREDENTIALS", "login", login(drive, "jwt", kay, "wrong one"));
        drive.refused("404 NotFound", "login", login(drive, "excalibur", kay, Person.PASSWORD));
        drive.refused("422 Invalid", "login", login(drive, "jwt", kay, ""));
        drive.refused(
                "400 BadRequest",
                "login",
                drive.request("login", "", "jwt")
                        .header("Content-Type", "multipart/form-data")
                        .POST(BodyPublishers.ofString("no form")));
        drive.refused(
                "403 CSRF_REJECTED",
                "login",
                login(drive, "cookie", kay, Person.PASSWORD).header("Sec-Fetch-Site", "cross-site"));
        drive.expect(200, "keys", drive.request("keys", "", "jwt"));
        drive.refused("404 NotFound", "keys", drive.request("keys", "", "cookie"));
        String token = api.token(kay);
        drive.refused("404 NotFound", "logout", as(token, drive.request("logout", "", "excalibur")));
        drive.expect(204, "logout", as(token, drive.request("logout", "", "jwt")));
        drive.expect(204, "logoutAll", as(api.token(kay), drive.request("logoutAll", "")));
    }

    private void verify() {
        Person lady = api.registered("Lady.of.the.Lake");
        drive.expect(202, "requestVerifyToken", drive.request("requestVerifyToken", body("email", lady.email())));
        String json = body("token", api.mailed("verify", lady.email()));
        drive.expect(200, "verify", drive.request("verify", json));
        drive.refused("400 VERIFY_USER_ALREADY_VERIFIED", "verify", drive.request("verify", json));
        drive.refused("400 VERIFY_USER_BAD_TOKEN", "verify", drive.request("verify", body("token", "bad")));
    }

    private void reset() {
        Person lancelot = api.registered("Lancelot");
        drive.expect(202, "forgotPassword", drive.request("forgotPassword", body("email", lancelot.email())));
        String token = api.mailed("reset", lancelot.email());
        drive.refused(
                "400 RESET_PASSWORD_INVALID_PASSWORD",
                "resetPassword",
                drive.request("resetPassword", body("token", token, "password", WEAK)));
        HttpRequest.Builder good = drive.request("resetPassword", body("token", token, "password", "caliburnus"));
        drive.expect(200, "resetPassword", good);
        drive.refused("400 RESET_PASSWORD_BAD_TOKEN", "resetPassword", good);
    }

    private void changeOneself() {
        Person elaine = api.registered("Elaine");
        Person taken = api.registered("Isolde");
        String token = api.token(elaine);
        drive.expect(200, "me", as(token, drive.request("me", "")));
        drive.expect(200, "updateMe", as(token, drive.request("updateMe", body("first_name", "Elaine"))));
        drive.refused(
                "400 UPDATE_USER_EMAIL_ALREADY_EXISTS",
                "updateMe",
                as(token, drive.request("updateMe", body("email", taken.email()))));
        drive.refused(
                "400 UPDATE_USER_INVALID_PASSWORD",
                "updateMe",
                as(token, drive.request("updateMe", body("password", WEAK))));
        drive.refused(
                "412 UPDATE_USER_CONFLICT",
                "updateMe",
                as(token, drive.request("updateMe", body("first_name", "Elaine")))
                        .header("If-Match", "\"99\""));
        drive.refused(
                "400 DELETE_USER_BAD_PASSWORD",
                "deleteMe",
                as(token, drive.request("deleteMe", body("password", "wrong one"))));
        String cookie = cookie(elaine);
        HttpRequest.Builder change = drive.request("updateMe", body("password", "caliburnus"));
        assertThat(drive.expect(200, "updateMe", change.header("Cookie", cookie))
                        .header("Set-Cookie"))
                .isPresent();
        drive.expect(
                204,
                "deleteMe",
                as(api.token(elaine.email(), "caliburnus"), drive.request("deleteMe", body("password", "caliburnus"))));
    }

    private String cookie(Person person) {
        Answer answer = drive.expect(204, "login", login(drive, "cookie", person, Person.PASSWORD));
        return answer.header("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    private void superuser() {
        Person merlin = api.registered("Merlin");
        Person nimue = api.registered("Nimue");
        table.run("UPDATE users SET is_superuser = 1 WHERE email = '" + merlin.email() + "'");
        String token = api.token(merlin);
        drive.expect(200, "listUsers", as(token, drive.request("listUsers", "")));
        drive.refused(
                "422 Invalid",
                "listUsers",
                as(token, api.request("/users?limit=none").GET()));
        drive.expect(200, "getUser", as(token, drive.request("getUser", "", nimue.id())));
        drive.expect(200, "updateUser", as(token, drive.request("updateUser", "{\"is_verified\":true}", nimue.id())));
        drive.refused(
                "400 UPDATE_USER_EMAIL_ALREADY_EXISTS",
                "updateUser",
                as(token, drive.request("updateUser", body("email", merlin.email()), nimue.id())));
        drive.refused(
                "400 UPDATE_USER_INVALID_PASSWORD",
                "updateUser",
                as(token, drive.request("updateUser", body("password", WEAK), nimue.id())));
        drive.refused(
                "412 UPDATE_USER_CONFLICT",
                "updateUser",
                as(token, drive.request("updateUser", body("first_name", "Nimue"), nimue.id()))
                        .header("If-Match", "\"99\""));
        String last = "400 UPDATE_USER_LAST_SUPERUSER";
        drive.refused(last, "updateUser", as(token, drive.request("updateUser", "{\"is_active\":false}", merlin.id())));
        drive.refused(last, "deleteUser", as(token, drive.request("deleteUser", "", merlin.id())));
        drive.refused(last, "deleteMe", as(token, drive.request("deleteMe", body("password", Person.PASSWORD))));
        for (String id : new String[] {"getUser", "updateUser", "deleteUser"}) {
            drive.refused("404 NotFound", id, as(token, drive.request(id, "", NOBODY)));
        }
        drive.refused(
                "412 UPDATE_USER_CONFLICT",
                "deleteUser",
                as(token, drive.request("deleteUser", "", nimue.id())).header("If-Match", "\"99\""));
        drive.expect(204, "deleteUser", as(token, drive.request("deleteUser", "", nimue.id())));
    }

    /** What does not depend on the endpoint: who is nobody, what is no JSON, what is too long, what another site sends. */
    private void strangers() {
        String cookie = cookie(api.registered("Tristan"));
        drive.document().operations().forEach((id, operation) -> {
            boolean reads = operation.verb().equals("get");
            if (operation.isGuarded()) {
                drive.refused("401 Unauthorized", id, drive.request(id, "", "jwt"));
            }
            if (operation.isGuarded() && !reads) {
                drive.refused("403 CSRF_REJECTED", id, fromAnotherSite(cookie, drive.request(id, "", "jwt")));
            }
            if (!reads) {
                HttpRequest.Builder request = drive.request(id, "", "jwt");
                drive.refused(
                        "413 ContentTooLarge",
                        id,
                        (id.endsWith("Form") ? request.header("Content-Type", Api.FORM) : request)
                                .method(
                                        operation.verb().toUpperCase(Locale.ROOT),
                                        BodyPublishers.ofString(" ".repeat(70_000))));
            }
            if (operation.node().path("requestBody").path("content").has(Api.JSON)) {
                drive.refused("422 Invalid", id, drive.request(id, "{", "jwt"));
            }
        });
    }
}
