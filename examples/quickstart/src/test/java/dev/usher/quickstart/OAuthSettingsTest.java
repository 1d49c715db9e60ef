package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Signing in at a provider under other settings. */
@Contract
class OAuthSettingsTest {

    private final Launch launch;
    private final MemberTable table;

    OAuthSettingsTest(Portal portal, MemberTable table) {
        this.launch = portal.launch();
        this.table = table;
    }

    @Test
    void linkByAddressWhoHasVerifiedItOnBothSidesAndNobodyElse() {
        Launch linking = launch.env("USHER_OAUTH_ASSOCIATE_BY_EMAIL", "true").env("USHER_REGISTRATION_MODE", "closed");
        try (QuickstartProcess process = linking.start()) {
            Api api = process.api();
            for (boolean here : List.of(true, false)) {
                for (boolean there : List.of(true, false)) {
                    Person nimue = table.insert("Nimue", "!");
                    table.setVerified(nimue, here);
                    Answer answer = Visit.begin(api).comeBackAs(Account.of(nimue, there));
                    if (here && there) {
                        assertThat(new Cookies(api).me(Visit.session(answer))).is(200, nimue.json(true, true));
                    } else {
                        assertThat(answer).refuses(400, "OAUTH_USER_ALREADY_EXISTS");
                    }
                    assertThat(table.rowsOf(nimue, "oauth_account")).isEqualTo(here && there ? 1 : 0);
                }
            }
            Person inactive = table.insert("Percival", "!");
            table.setVerified(inactive, true);
            table.setActive(inactive, false);
            assertThat(Visit.begin(api).comeBackAs(Account.of(inactive, true))).refuses(400, "LOGIN_BAD_CREDENTIALS");
            assertThat(table.rowsOf(inactive, "oauth_account")).isZero();
            assertThat(Visit.begin(api).comeBackAs(Account.of(Person.named("Mordred"), true)))
                    .refuses(400, "REGISTER_NOT_ALLOWED");
        }
    }

    @Test
    void letAStateExpire() {
        try (QuickstartProcess process =
                launch.env("USHER_OAUTH_LIFETIME", "PT1S").start()) {
            Api api = process.api();
            Visit visit = Visit.begin(api);
            assertThat(Jwt.claims(visit.sent("state")).getInt("exp")
                            - Jwt.claims(visit.sent("state")).getInt("iat"))
                    .isEqualTo(1);
            String code = visit.code(Account.of(Person.named("Uther"), true));
            Eventually.get("the state to expire", () -> {
                Answer other = visit.comeBackBy(Caller.nobody(api), "c", visit.sent("state"));
                return other.body().contains("OAUTH_INVALID_STATE") ? Optional.empty() : Optional.of(other);
            });
            assertThat(visit.comeBackWith(code)).refuses(400, "ACCESS_TOKEN_ALREADY_EXPIRED");
        }
    }

    @Test
    void requireAVerifiedAddressOfWhoLinksAnAccount() {
        try (QuickstartProcess process =
                launch.env("USHER_REQUIRE_VERIFICATION", "true").start()) {
            Api api = process.api();
            Person elaine = api.registered("Elaine");
            table.setVerified(elaine, true);
            Caller caller = Caller.of(api, elaine);
            table.setVerified(elaine, false);
            assertThat(caller.get(Avalon.ASSOCIATE + "/authorize")).refuses(403, "Forbidden");
            assertThat(caller.get(Avalon.ASSOCIATE + "/callback?code=c&state=s"))
                    .refuses(403, "Forbidden");
            assertThat(caller.get("/auth/associate/camlann/authorize")).refuses(403, "Forbidden");
        }
    }

    /** Behind a proxy a browser may leave from one node and come back to another. */
    @Test
    void letABrowserComeBackToAnotherNode() {
        Launch node = launch.env("USHER_PUBLIC_URL", "https://camelot.example");
        try (QuickstartProcess first = node.start();
                QuickstartProcess second = node.start()) {
            Visit visit = Visit.begin(first.api());
            assertThat(visit.sent("redirect_uri")).isEqualTo("https://camelot.example/auth/openid/callback");
            String code = visit.code(Account.of(Person.named("Bors"), true));
            Caller there = Caller.nobody(second.api()).presenting(visit.cookie());
            assertThat(visit.comeBackBy(there, code, visit.sent("state"))).isEmpty(204);
            assertThat(visit.comeBackWith(code)).refuses(400, "OAUTH_INVALID_STATE");
        }
    }

    @Test
    void nameTheProvider() {
        try (QuickstartProcess process =
                launch.env("QUICKSTART_OPENID_NAME", "avalon-9").start()) {
            Visit visit = Visit.begin(Caller.nobody(process.api()), "/auth/avalon-9");
            Account account = Account.of(Person.named("Bleoberis"), true);
            assertThat(visit.comeBackAs(account)).isEmpty(204);
            assertThat(table.query("SELECT oauth_name FROM oauth_account WHERE account_id = ?", account.id()))
                    .containsExactly("avalon-9");
            assertThat(process.api().get(Avalon.PATH + "/authorize")).refuses(404, "Not Found");
        }
    }

    @Test
    void mountNothingWhereThereIsNoProvider(Api api) {
        for (String path : List.of(Avalon.PATH, Avalon.ASSOCIATE)) {
            assertThat(api.get(path + "/authorize")).refuses(404, "Not Found");
            assertThat(api.get(path + "/callback")).refuses(404, "Not Found");
            assertThat(api.postForm(path + "/callback", "")).refuses(404, "Not Found");
        }
    }
}
