package dev.usher.quickstart;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Supplier;

/** People who go to a provider and come back, until the endpoints for that have given every answer they have. */
record Pilgrims(Drive drive, MemberTable table, Avalon avalon) {

    void go() {
        Api api = drive.api();
        Caller gareth = Caller.of(api, api.registered("Gareth"));
        Account galahad = Account.of(Person.named("Galahad"), true);
        leave("authorize", Caller.nobody(api), Avalon.PATH);
        leave("associate", gareth, Avalon.ASSOCIATE);
        drive.expect(204, "callback", back(Visit.begin(api), galahad));
        drive.expect(
                200,
                "associateCallback",
                back(Visit.begin(gareth, Avalon.ASSOCIATE), Account.of(Person.named("Green.knight"), false)));
        comeBack("callback", Caller.nobody(api), Avalon.PATH, Account.of(api.registered("Kay"), true));
        comeBack("associateCallback", gareth, Avalon.ASSOCIATE, galahad);
        comeBackInactive();
        post("callbackForm");
        post("associateCallbackForm");
    }

    static HttpRequest.Builder back(Visit visit, Account account) {
        return visit.back(visit.code(account));
    }

    private void leave(String id, Caller caller, String path) {
        String authorize = path + "/authorize";
        drive.expect(200, id, caller.request(authorize).GET());
        drive.refused("422 Invalid", id, caller.request(authorize + "?scopes=").GET());
        drive.refused(
                "404 NotFound",
                id,
                caller.request(authorize.replace("openid", "camlann")).GET());
    }

    /** @param taken an account that is not for the caller to sign in by, or to link */
    private void comeBack(String id, Caller caller, String path, Account taken) {
        Supplier<Visit> visits = () -> Visit.begin(caller, path);
        String callback = path + "/callback";
        drive.refused(
                "404 NotFound",
                id,
                caller.request(callback.replace("openid", "camlann")).GET());
        drive.refused("400 BadRequest", id, caller.request(callback).GET());
        drive.refused(
                "400 ErrorOfTheProvider",
                id,
                caller.request(callback + "?error=access_denied").GET());
        drive.refused(
                "400 ACCESS_TOKEN_DECODE_ERROR",
                id,
                caller.request(callback + "?code=c").GET());
        String state = visits.get().sent("state");
        drive.refused(
                "400 OAUTH_INVALID_STATE",
                id,
                caller.request(callback + "?code=c&state=" + state).GET());
        drive.refused("400 OAUTH_INVALID_CODE", id, () -> visits.get().back("made-up"));
        Account nameless = Account.withoutAddress(Person.named("Nameless"));
        drive.refused("400 OAUTH_NOT_AVAILABLE_EMAIL", id, () -> back(visits.get(), nameless));
        drive.refused("400 OAUTH_USER_ALREADY_EXISTS", id, () -> back(visits.get(), taken));
        drive.refused("502 OAUTH_PROVIDER_ERROR", id, () -> {
            avalon.answerNext(500, "{}");
            return visits.get().back("any");
        });
    }

    private void comeBackInactive() {
        Person agravain = Person.named("Agravain");
        Account account = Account.of(agravain, true);
        drive.expect(204, "callback", back(Visit.begin(drive.api()), account));
        table.setActive(agravain, false);
        drive.refused("400 LOGIN_BAD_CREDENTIALS", "callback", () -> back(Visit.begin(drive.api()), account));
    }

    private void post(String id) {
        drive.expect(303, id, form(id, "openid"));
        drive.refused("404 NotFound", id, form(id, "camlann"));
    }

    private HttpRequest.Builder form(String id, String provider) {
        return drive.request(id, "", provider)
                .header("Content-Type", Api.FORM)
                .POST(BodyPublishers.ofString("code=c&state=s"));
    }
}
