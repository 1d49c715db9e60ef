package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /auth/associate/{provider}/authorize} and {@code …/callback}: a user links an account at a provider. */
@Contract
class AssociateTest {

    private final Portal portal;
    private final Api api;
    private final MemberTable table;
    private Person gawain;
    private Caller caller;

    AssociateTest(Portal portal, MemberTable table) {
        this.portal = portal;
        this.api = portal.api();
        this.table = table;
        this.gawain = Person.named("Gawain");
        this.caller = Caller.nobody(api);
    }

    @BeforeEach
    void logIn() {
        gawain = api.registered("Gawain");
        caller = Caller.of(api, gawain);
    }

    private Answer link(Account account) {
        return link(caller, account);
    }

    private static Answer link(Caller caller, Account account) {
        return Visit.begin(caller, Avalon.ASSOCIATE).comeBackAs(account);
    }

    private static Account green() {
        return Account.of(Person.named("Green.knight"), false);
    }

    private int links(Person person) {
        return table.rowsOf(person, "oauth_account");
    }

    @Test
    void beginsAsASignInDoes() {
        Answer answer = caller.get(Avalon.ASSOCIATE + "/authorize");
        assertThat(answer).hasStatus(200).has("Cache-Control", "no-store");
        assertThat(answer.json().asJsonObject().keySet()).containsExactly("authorization_url");
        assertThat(answer.cookies()).singleElement().asString().contains("; Max-Age=3600; ");
        assertThat(Visit.begin(caller, Avalon.ASSOCIATE).sent("redirect_uri"))
                .isEqualTo(api.url() + Avalon.ASSOCIATE + "/callback");
        assertThat(caller.get(Avalon.ASSOCIATE + "/authorize?scopes=two%20words"))
                .isInvalid("value_error query.scopes");
    }

    @Test
    void answersWithTheUserAndTakesTheKeyAway() {
        Answer answer = link(green());
        assertThat(answer).is(200, gawain.json(true, false)).has("Cache-Control", "no-store");
        assertThat(answer.header("ETag")).isEqualTo(caller.me().header("ETag")).isPresent();
        assertThat(answer.cookies()).singleElement().asString().startsWith("__Host-usher-oauth=; Max-Age=0;");
        assertThat(links(gawain)).isOne();
    }

    @Test
    void letsTheUserSignInByTheAccountFromThenOn() {
        Account green = green();
        assertThat(link(green)).hasStatus(200);
        Answer signIn = Visit.begin(api).comeBackAs(green);
        assertThat(new Cookies(api).me(Visit.session(signIn))).is(200, gawain.json(true, false));
    }

    @Test
    void worksWithACookieToo() {
        Caller browser = Caller.nobody(api).with("Sec-Fetch-Site", "cross-site");
        String session = new Cookies(api).login(gawain);
        Visit visit = Visit.begin(browser.presenting(session), Avalon.ASSOCIATE);
        Caller both = browser.presenting(session + "; " + visit.cookie());
        assertThat(visit.comeBackBy(both, visit.code(green()), visit.sent("state")))
                .is(200, gawain.json(true, false));
    }

    @Test
    void linksManyAccountsToOneUser() {
        assertThat(link(green())).hasStatus(200);
        assertThat(link(green())).hasStatus(200);
        assertThat(links(gawain)).isEqualTo(2);
    }

    @Test
    void replacesTheTokensOfAnAccountThatIsHersAlready() {
        Account green = green();
        assertThat(link(green)).hasStatus(200);
        String before = token(green);
        assertThat(link(green)).is(200, gawain.json(true, false));
        assertThat(token(green)).isNotEqualTo(before);
        assertThat(links(gawain)).isOne();
    }

    private String token(Account account) {
        return table.query("SELECT access_token FROM oauth_account WHERE account_id = ?", account.id())
                .get(0);
    }

    @Test
    void doesNotTakeTheAccountOfAnother() {
        Account green = green();
        assertThat(link(green)).hasStatus(200);
        Person bertilak = api.registered("Bertilak");
        assertThat(link(Caller.of(api, bertilak), green)).refuses(400, "OAUTH_USER_ALREADY_EXISTS");
        assertThat(links(bertilak)).isZero();
        assertThat(links(gawain)).isOne();
    }

    @Test
    void needsAnAddress() {
        assertThat(link(Account.withoutAddress(gawain))).refuses(400, "OAUTH_NOT_AVAILABLE_EMAIL");
        assertThat(links(gawain)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openid/authorize",
                "openid/callback",
                "openid/callback?error=access_denied",
                "openid/callback?code=c&state=s",
                "camlann/authorize",
                "camlann/callback",
            })
    void isForUsersOnly(String path) {
        assertThat(api.get("/auth/associate/" + path)).refusesTheCaller();
        assertThat(Caller.nobody(api).bearing("excalibur").get("/auth/associate/" + path))
                .refusesTheCaller();
        table.setActive(gawain, false);
        assertThat(caller.get("/auth/associate/" + path)).refusesTheCaller();
    }

    @Test
    void refusesAUserWhatASignInIsRefused() {
        Visit visit = Visit.begin(caller, Avalon.ASSOCIATE);
        String callback = Avalon.ASSOCIATE + "/callback";
        assertThat(caller.get("/auth/associate/camlann/authorize")).refuses(404, "Not Found");
        assertThat(caller.get("/auth/associate/camlann/callback")).refuses(404, "Not Found");
        assertThat(caller.get(callback + "?error=access_denied")).refuses(400, "access_denied");
        assertThat(caller.get(callback)).refuses(400, "Bad Request");
        assertThat(caller.get(callback + "?code=c")).refuses(400, "ACCESS_TOKEN_DECODE_ERROR");
        assertThat(visit.comeBackBy(caller, "c", visit.sent("state"))).refuses(400, "OAUTH_INVALID_STATE");
        assertThat(visit.comeBackWith("made-up")).refuses(400, "OAUTH_INVALID_CODE");
        assertThat(visit.comeBackAs(green())).refuses(400, "OAUTH_INVALID_STATE");
    }

    @Test
    void refusesTheStateOfAnotherUser() {
        Visit visit = Visit.begin(caller, Avalon.ASSOCIATE);
        String code = visit.code(green());
        Person other = api.registered("Calogrenant");
        Caller hijacked = Caller.of(api, other).presenting(visit.cookie());
        assertThat(visit.comeBackBy(hijacked, code, visit.sent("state"))).refuses(400, "OAUTH_INVALID_STATE");
        assertThat(links(other)).isZero();
        assertThat(visit.comeBackWith(code)).is(200, gawain.json(true, false));
    }

    @Test
    void refusesTheStateOfASignInAndTheOtherWayRound() {
        Visit signIn = Visit.begin(caller, Avalon.PATH);
        assertThat(signIn.at(Avalon.ASSOCIATE).comeBackAs(green())).refuses(400, "OAUTH_INVALID_STATE");
        Visit linking = Visit.begin(caller, Avalon.ASSOCIATE);
        assertThat(linking.at(Avalon.PATH).comeBackAs(green())).refuses(400, "OAUTH_INVALID_STATE");
        assertThat(links(gawain)).isZero();
    }

    @Test
    void linksNothingForWhoseTokenHasEndedMeanwhile() {
        Visit visit = Visit.begin(caller, Avalon.ASSOCIATE);
        String code = visit.code(green());
        assertThat(caller.post("/auth/logout-all")).isEmpty(204);
        assertThat(visit.comeBackWith(code)).refusesTheCaller();
        assertThat(links(gawain)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"logged out everywhere", "deactivated", "deleted"})
    void linksNothingForWhoIsGoneWhenTheProviderHasAnswered(String fate) {
        Account green = green();
        portal.avalon().whileNextIsAsked(() -> {
            switch (fate) {
                case "deactivated" -> table.setActive(gawain, false);
                case "deleted" -> table.delete(gawain);
                default -> caller.post("/auth/logout-all");
            }
        });
        assertThat(link(green)).refusesTheCaller();
        assertThat(table.query("SELECT id FROM oauth_account WHERE account_id = ?", green.id()))
                .isEmpty();
    }

    @Test
    void movesTheVersionOfTheUserOn() {
        String before = caller.me().header("ETag").orElseThrow();
        assertThat(link(green()).header("ETag").orElseThrow()).isNotEqualTo(before);
        assertThat(caller.with("If-Match", before).patch("/users/me", "{}")).refuses(412, "UPDATE_USER_CONFLICT");
    }

    @Test
    void givesOneAccountToOneOfManyUsersWhoLinkItAtTheSameMoment() {
        Account green = green();
        List<Person> knights =
                IntStream.range(0, 10).mapToObj(i -> api.registered("Knight")).toList();
        List<Visit> visits = knights.stream()
                .map(knight -> Visit.begin(Caller.of(api, knight), Avalon.ASSOCIATE))
                .toList();
        List<String> codes = visits.stream().map(visit -> visit.code(green)).toList();
        List<Answer> answers = Storm.of(10, client -> visits.get(client).comeBackWith(codes.get(client)));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(answer -> assertThat(answer)
                .refuses(400, "OAUTH_USER_ALREADY_EXISTS"));
        assertThat(knights.stream().mapToInt(this::links).sum()).isOne();
    }

    @Test
    void linksAnAccountOnceWhereOneUserLinksItManyTimesAtTheSameMoment() {
        Account green = green();
        List<Visit> visits = IntStream.range(0, 10)
                .mapToObj(i -> Visit.begin(caller, Avalon.ASSOCIATE))
                .toList();
        List<String> codes = visits.stream().map(visit -> visit.code(green)).toList();
        List<Answer> answers = Storm.of(10, client -> visits.get(client).comeBackWith(codes.get(client)));
        assertThat(answers).allSatisfy(answer -> assertThat(answer).is(200, gawain.json(true, false)));
        assertThat(links(gawain)).isOne();
    }
}
