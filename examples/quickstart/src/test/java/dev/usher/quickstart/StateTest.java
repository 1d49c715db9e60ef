package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The state with which a browser comes back: it is looked at before the provider is asked for anything. */
@Contract
class StateTest {

    private final Api api;
    private final MemberTable table;
    private final Visit visit;
    private final Account account = Account.of(Person.named("Pellinore"), true);
    private final String code;

    StateTest(Portal portal, MemberTable table) {
        this.api = portal.api();
        this.table = table;
        this.visit = Visit.begin(api);
        this.code = visit.code(account);
    }

    /** The provider takes a code once, so it was not asked before. */
    private void assertCodeIsStillGood() {
        assertThat(visit.comeBackWith(code)).isEmpty(204);
    }

    private static void assertRefused(Answer answer, String code) {
        assertThat(answer).refuses(400, code);
        assertThat(answer.cookies()).isEmpty();
    }

    @Test
    void isNeeded() {
        assertRefused(visit.browser().get(Avalon.PATH + "/callback?code=" + code), "ACCESS_TOKEN_DECODE_ERROR");
        assertCodeIsStillGood();
    }

    @Test
    void isNoneThatWasForged() {
        String state = visit.sent("state");
        String claims = Jwt.claims(state).toString();
        for (String forged : List.of(
                "",
                "excalibur",
                "..",
                state + "x",
                Jwt.forged(state),
                Jwt.unsigned(state),
                Jwt.hs256(Launch.SECRET, "{\"alg\":\"HS256\"}", claims),
                Jwt.hs256("SECRET", "{\"alg\":\"HS256\"}", claims),
                "\u0000",
                "x".repeat(5_000))) {
            assertRefused(visit.comeBackBy(visit.browser(), code, forged), "ACCESS_TOKEN_DECODE_ERROR");
        }
        assertCodeIsStillGood();
    }

    @Test
    void isNoneOfAnotherAudience() {
        Person pelleas = api.registered("Pelleas");
        for (String other : List.of(api.token(pelleas), api.resetToken(pelleas), api.verifyToken(pelleas))) {
            assertRefused(visit.comeBackBy(visit.browser(), code, other), "ACCESS_TOKEN_DECODE_ERROR");
        }
        assertCodeIsStillGood();
    }

    @Test
    void isNoTokenOfAnyOtherUse() {
        String state = visit.sent("state");
        assertThat(api.me(state)).refusesTheCaller();
        assertThat(api.resetPassword(state, "caliburnus")).refuses(400, "RESET_PASSWORD_BAD_TOKEN");
        assertThat(api.verify(state)).refuses(400, "VERIFY_USER_BAD_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "__Host-usher-oauth=",
                "__Host-usher-oauth=short",
                "__Host-usher-oauth=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "__Host-usher-oauth=caf\u00e9caf\u00e9caf\u00e9caf\u00e9caf\u00e9caf\u00e9caf\u00e9caf\u00e9caf\u00e9",
                "usher-oauth=%s",
                "__Host-usher=%s",
                "fastapiusersoauthcsrf=%s",
                "__Host-usher-oauth=%s; __Host-usher-oauth=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            })
    void isNoneInAnotherBrowser(String cookie) {
        String key = visit.cookie().replaceFirst("^[^=]*=", "");
        Caller other =
                cookie.isEmpty() ? Caller.nobody(api) : Caller.nobody(api).presenting(cookie.formatted(key));
        assertRefused(visit.comeBackBy(other, code, visit.sent("state")), "OAUTH_INVALID_STATE");
        assertCodeIsStillGood();
    }

    /** A browser that came in between has a key of its own: somebody wants it to be signed in as another. */
    @Test
    void isNoneOfAnotherVisit() {
        Visit other = Visit.begin(api);
        assertRefused(visit.comeBackBy(other.browser(), code, visit.sent("state")), "OAUTH_INVALID_STATE");
        assertRefused(visit.comeBackBy(visit.browser(), code, other.sent("state")), "OAUTH_INVALID_STATE");
        assertCodeIsStillGood();
    }

    /** PKCE and nonce are of the visit, so a code that was stolen is worth nothing in another. */
    @Test
    void lendsNoOtherVisitItsCode() {
        Visit thief = Visit.begin(api);
        assertRefused(thief.comeBackWith(code), "OAUTH_INVALID_CODE");
        assertThat(table.query("SELECT id FROM oauth_account WHERE account_id = ?", account.id()))
                .isEmpty();
    }

    @Test
    void isUsedOnce() {
        assertCodeIsStillGood();
        String another = visit.code(account);
        assertRefused(visit.comeBackWith(code), "OAUTH_INVALID_STATE");
        assertRefused(visit.comeBackWith(another), "OAUTH_INVALID_STATE");
    }

    @Test
    void isUsedOnceByManyAtTheSameMoment() {
        List<Answer> answers = Storm.of(20, client -> visit.comeBackWith(code));
        assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 204)
                .allSatisfy(answer -> assertRefused(answer, "OAUTH_INVALID_STATE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"made-up", "%00", "%C3%A9", "a b&c"})
    void isUsedUpByACodeThatIsRefused(String bad) {
        assertRefused(visit.comeBackWith(bad), "OAUTH_INVALID_CODE");
        assertRefused(visit.comeBackWith(code), "OAUTH_INVALID_STATE");
    }

    @Test
    void outlivesARefusalOfTheProvider() {
        assertRefused(visit.browser().get(Avalon.PATH + "/callback?error=access_denied"), "access_denied");
        assertCodeIsStillGood();
    }
}
