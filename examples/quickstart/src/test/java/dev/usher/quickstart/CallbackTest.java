package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /auth/{provider}/callback}: who comes back from a provider. */
@Contract
class CallbackTest {

    private static final String CALLBACK = Avalon.PATH + "/callback";
    private static final String GONE = "__Host-usher-oauth=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=lax";

    private final Api api;
    private final MemberTable table;

    CallbackTest(Portal portal, MemberTable table) {
        this.api = portal.api();
        this.table = table;
    }

    private Answer signIn(Account account) {
        return Visit.begin(api).comeBackAs(account);
    }

    private Answer me(Answer signedIn) {
        return new Cookies(api).me(Visit.session(signedIn));
    }

    /** As the database knows her by now. */
    private Person stored(Person person) {
        return person.withId(table.query("SELECT id FROM users WHERE email = ?", person.email())
                .get(0));
    }

    @Test
    void answersAsALoginByCookieAndTakesTheKeyAway() {
        Person galahad = Person.named("Galahad");
        Answer answer = signIn(Account.of(galahad, true));
        assertThat(answer).isEmpty(204).has("Cache-Control", "no-store");
        assertThat(answer.cookies()).hasSize(2).contains(GONE).anySatisfy(cookie -> assertThat(cookie)
                .matches("__Host-usher=[A-Za-z0-9_-]{43}; Max-Age=604800; Path=/; HttpOnly; Secure; SameSite=lax"));
        assertThat(me(answer)).is(200, stored(galahad).json(true, true));
    }

    @Test
    void leavesTheAddressOfANewcomerUnverifiedWhereTheProviderDoes() {
        Person meleagant = Person.named("Meleagant");
        assertThat(me(signIn(Account.of(meleagant, false))))
                .is(200, stored(meleagant).json(true, false));
        Person accolon = Person.named("Accolon");
        Account silent = Account.withoutAddress(accolon).with("email", "\"" + accolon.email() + "\"");
        assertThat(me(signIn(silent))).is(200, stored(accolon).json(true, false));
    }

    @Test
    void storesAnAddressInItsCanonicalForm() {
        Person ector = Person.named("Ector");
        Account loud =
                Account.of(ector, true).with("email", "\" " + ector.email().toUpperCase(Locale.ROOT) + "\"");
        assertThat(me(signIn(loud))).is(200, stored(ector).json(true, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "guinevere", "", " ", "null"})
    void givesANewcomerNoPassword(String password) {
        Person bedivere = Person.named("Bedivere");
        assertThat(signIn(Account.of(bedivere, true))).isEmpty(204);
        assertThat(table.hashOf(bedivere.email())).isEqualTo("!");
        assertThat(api.login(bedivere.email(), password).status()).isEqualTo(password.isEmpty() ? 422 : 400);
    }

    @Test
    void letsANewcomerSetAPasswordByMail() {
        Person lucan = Person.named("Lucan");
        String session = Visit.session(signIn(Account.of(lucan, true)));
        assertThat(api.resetPassword(api.resetToken(lucan), "caliburnus")).is(200, "null");
        assertThat(api.login(lucan.email(), "caliburnus")).hasStatus(200);
        assertThat(new Cookies(api).me(session)).refusesTheCaller();
        assertThat(me(signIn(Account.of(lucan, true)))).is(200, stored(lucan).json(true, true));
    }

    @Test
    void knowsWhoHasComeBeforeByHerAccountAndNotByHerAddress() {
        Person ywain = Person.named("Ywain");
        Account account = Account.of(ywain, true);
        assertThat(signIn(account)).isEmpty(204);
        String before = oauthAccount("access_token", account);
        String elsewhere = Person.named("Ywain.of.the.lion").email();
        assertThat(me(signIn(account.with("email", "\"" + elsewhere + "\""))))
                .is(200, stored(ywain).json(true, true));
        assertThat(oauthAccount("account_email", account)).isEqualTo(elsewhere);
        assertThat(oauthAccount("access_token", account)).isNotEqualTo(before);
        assertThat(table.rowsOf(stored(ywain), "oauth_account")).isOne();
    }

    private String oauthAccount(String column, Account account) {
        return table.query("SELECT " + column + " FROM oauth_account WHERE account_id = ?", account.id())
                .get(0);
    }

    @Test
    void storesTheTokensOfTheProviderEncryptedAndShowsThemToNobody() {
        Person tristan = Person.named("Tristan");
        Account account = Account.of(tristan, true);
        Answer me = me(signIn(account));
        for (String column : List.of("access_token", "refresh_token")) {
            String stored = oauthAccount(column, account);
            assertThat(Jwt.header(stored)).hasToString("{\"enc\":\"A256GCM\",\"alg\":\"dir\"}");
            assertThat(me.body()).doesNotContain(stored);
        }
        assertThat(me).is(200, stored(tristan).json(true, true));
        assertThat(oauthAccount("oauth_name", account)).isEqualTo("openid");
        assertThat(oauthAccount("expires_at", account)).matches("[0-9]{10}");
    }

    @Test
    void doesNotSignInWhoIsInactive() {
        Person agravain = Person.named("Agravain");
        assertThat(signIn(Account.of(agravain, true))).isEmpty(204);
        table.setActive(agravain, false);
        assertRefused(signIn(Account.of(agravain, true)), "LOGIN_BAD_CREDENTIALS");
    }

    private static void assertRefused(Answer answer, String code) {
        assertThat(answer).refuses(400, code);
        assertThat(answer.cookies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"nobody\"", "\"a@localhost\"", "\"a@b.test\"", "\"a b@camelot.bt\""})
    void needsAnAddress(String email) {
        int before = table.count();
        Account nameless = Account.withoutAddress(Person.named("Nobody")).with("email_verified", "true");
        assertRefused(
                signIn(email.equals("null") ? nameless : nameless.with("email", email)), "OAUTH_NOT_AVAILABLE_EMAIL");
        assertThat(table.count()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void doesNotGiveAwayTheAccountOfWhoHasTheAddress(boolean verifiedHere, boolean verifiedThere) {
        Person elaine = api.registered("Elaine");
        table.setVerified(elaine, verifiedHere);
        List<String> before = table.rows();
        assertRefused(signIn(Account.of(elaine, verifiedThere)), "OAUTH_USER_ALREADY_EXISTS");
        assertThat(table.rows()).isEqualTo(before);
        assertThat(table.rowsOf(elaine, "oauth_account")).isZero();
    }

    @Test
    void forgetsTheAccountsOfWhoIsDeleted() {
        Person mordred = Person.named("Mordred");
        String session = Visit.session(signIn(Account.of(mordred, true)));
        Person known = stored(mordred);
        assertThat(table.rowsOf(known, "oauth_account")).isOne();
        assertThat(Caller.superuser(api, table).delete("/users/" + known.id())).isEmpty(204);
        assertThat(table.rowsOf(known, "oauth_account")).isZero();
        assertThat(new Cookies(api).me(session)).refusesTheCaller();
        assertThat(me(signIn(Account.of(mordred, true))).text("id")).isNotEqualTo(known.id());
    }

    @Test
    void quotesAProviderThatRefuses() {
        Visit visit = Visit.begin(api);
        String error = CALLBACK + "?error=access_denied&state=" + visit.sent("state");
        assertRefused(visit.browser().get(error), "access_denied");
        assertRefused(api.get(CALLBACK + "?error=temporarily_unavailable"), "temporarily_unavailable");
        assertRefused(api.get(CALLBACK + "?error=access_denied&code=c&state=s"), "access_denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?state=s", "?error=", "?error=%22%7D", "?error=%00", "?error=caf%C3%A9", "?error=%0D%0Aa"})
    void saysNoMoreThanThatWhereTheProviderSaysNothingGood(String query) {
        assertRefused(api.get(CALLBACK + query), "Bad Request");
    }

    @Test
    void opensANewSessionForWhoHasOneAlready() {
        Person gareth = Person.named("Gareth");
        String first = Visit.session(signIn(Account.of(gareth, true)));
        Visit again = Visit.begin(Caller.nobody(api).presenting(first), Avalon.PATH);
        String cookies = first + "; " + again.cookie();
        Answer answer = again.comeBackBy(
                Caller.nobody(api).presenting(cookies), again.code(Account.of(gareth, true)), again.sent("state"));
        assertThat(Visit.session(answer)).isNotEqualTo(first);
        assertThat(me(answer)).is(200, stored(gareth).json(true, true));
    }
}
