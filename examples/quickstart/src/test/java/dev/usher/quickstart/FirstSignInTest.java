package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** First sign-ins at the same moment: whoever they are, it is one user with her accounts, or none. */
@Contract
class FirstSignInTest {

    private static final int CROWD = 20;

    private final Api api;
    private final MemberTable table;

    FirstSignInTest(Portal portal, MemberTable table) {
        this.api = portal.api();
        this.table = table;
    }

    private List<Answer> comeBackAtOnce(IntFunction<Account> account) {
        List<Visit> visits =
                IntStream.range(0, CROWD).mapToObj(i -> Visit.begin(api)).toList();
        List<String> codes = IntStream.range(0, CROWD)
                .mapToObj(i -> visits.get(i).code(account.apply(i)))
                .toList();
        return Storm.of(CROWD, client -> visits.get(client).comeBackWith(codes.get(client)));
    }

    private List<String> ids(Person person) {
        return table.query("SELECT id FROM users WHERE email = ?", person.email());
    }

    @Test
    void ofOneAccountAreOneUser() {
        Person lamorak = Person.named("Lamorak");
        List<Answer> answers = comeBackAtOnce(client -> Account.of(lamorak, true));
        assertThat(ids(lamorak)).hasSize(1);
        assertThat(answers)
                .extracting(answer -> new Cookies(api).me(Visit.session(answer)).text("id"))
                .containsOnly(ids(lamorak).get(0));
        assertThat(table.rowsOf(lamorak.withId(ids(lamorak).get(0)), "oauth_account"))
                .isOne();
    }

    @Test
    void ofManyAccountsWithOneAddressMakeOneUserOfOneOfThem() {
        Person dinadan = Person.named("Dinadan");
        List<Answer> answers = comeBackAtOnce(
                client -> Account.of(Person.named("Dinadan"), true).with("email", "\"" + dinadan.email() + "\""));
        assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 204).allSatisfy(answer -> assertThat(answer)
                .refuses(400, "OAUTH_USER_ALREADY_EXISTS"));
        assertThat(table.rowsOf(dinadan.withId(ids(dinadan).get(0)), "oauth_account"))
                .isOne();
    }

    @Test
    void andRegistrationsOfOneAddressMakeOneUser() {
        Person safir = Person.named("Safir");
        List<Visit> visits =
                IntStream.range(0, CROWD / 2).mapToObj(i -> Visit.begin(api)).toList();
        List<String> codes = visits.stream()
                .map(visit -> visit.code(Account.of(safir, true)))
                .toList();
        List<Answer> answers = Storm.of(
                CROWD,
                client -> client % 2 == 0
                        ? api.register(safir.email(), Person.PASSWORD)
                        : visits.get(client / 2).comeBackWith(codes.get(client / 2)));
        Person stored = safir.withId(ids(safir).get(0));
        assertThat(ids(safir)).hasSize(1);
        boolean registered = answers.stream().anyMatch(answer -> answer.status() == 201);
        for (int client = 0; client < CROWD; client++) {
            Answer answer = answers.get(client);
            if (client % 2 == 1 && !registered) {
                assertThat(answer).isEmpty(204);
            } else if (client % 2 == 1) {
                assertThat(answer).refuses(400, "OAUTH_USER_ALREADY_EXISTS");
            } else if (answer.status() != 201) {
                assertThat(answer).refuses(400, "REGISTER_USER_ALREADY_EXISTS");
            }
        }
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(registered ? 1 : 0);
        assertThat(table.rowsOf(stored, "oauth_account")).isEqualTo(registered ? 0 : 1);
    }
}
