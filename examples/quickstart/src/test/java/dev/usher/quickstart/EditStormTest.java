package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Edits at the same moment. */
@Contract
@TestInstance(Lifecycle.PER_CLASS)
class EditStormTest {

    private static final int CROWD = 50;

    private final Api api;
    private final MemberTable table;
    private Caller merlin;

    EditStormTest(Api api, MemberTable table) {
        this.api = api;
        this.table = table;
        this.merlin = Caller.nobody(api);
    }

    @BeforeAll
    void logIn() {
        merlin = Caller.superuser(api, table);
    }

    private static String path(Person person) {
        return "/users/" + person.id();
    }

    @Test
    void ofFiftyToOneAddressInTwoSpellingsHaveOneWinner() {
        List<Person> crowd = IntStream.range(0, CROWD)
                .mapToObj(i -> table.insert("Squire", "!"))
                .toList();
        String wanted = Person.named("Lancelot").email();
        List<Answer> answers = Storm.of(
                CROWD,
                i -> merlin.patch(
                        path(crowd.get(i)), Api.body("email", i % 2 == 0 ? wanted : wanted.toUpperCase(Locale.ROOT))));

        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .hasSize(CROWD - 1)
                .allSatisfy(answer -> assertThat(answer).refuses(400, "UPDATE_USER_EMAIL_ALREADY_EXISTS"));
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 200)
                .singleElement()
                .satisfies(winner -> assertThat(table.query("SELECT id FROM users WHERE lower(email) = ?", wanted))
                        .containsExactly(winner.text("id")));
    }

    @RepeatedTest(3)
    void toTheAddressOfANewcomerHaveOneWinner() {
        Person kay = table.insert("Kay", "!");
        String wanted = Person.named("Elaine").email();
        List<Answer> answers = Storm.of(
                2,
                i -> i == 0
                        ? merlin.patch(path(kay), Api.body("email", wanted))
                        : api.register(wanted, Person.PASSWORD));
        assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 400).hasSize(1);
        assertThat(table.query("SELECT id FROM users WHERE email = ?", wanted)).hasSize(1);
    }

    @RepeatedTest(5)
    void ofDifferentFieldsLoseNothing() {
        Person gareth = table.insert("Gareth", "!");
        Person moved = Person.named("Gareth.of.Orkney").withId(gareth.id());
        List<String> edits = List.of(
                "{\"first_name\": \"Beaumains\"}",
                Api.body("email", moved.email()),
                "{\"is_superuser\": true}",
                "{\"is_superuser\": true}");
        List<Answer> answers = Storm.of(edits.size(), i -> merlin.patch(path(gareth), edits.get(i)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatus(200));
        String expected = moved.json(true, false)
                .replace("\"is_superuser\":false", "\"is_superuser\":true")
                .replace("null", "\"Beaumains\"");
        assertThat(merlin.get(path(gareth))).is(200, expected).has("ETag", "\"3\"");
    }

    @RepeatedTest(3)
    void boundToOneTagHaveOneWinner() {
        Person gawain = table.insert("Gawain", "!");
        List<Answer> answers = Storm.of(10, i -> merlin.with("If-Match", "\"0\"")
                .patch(path(gawain), Api.body("first_name", "Gawain the " + i)));
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .hasSize(9)
                .allSatisfy(answer -> assertThat(answer).refuses(412, "UPDATE_USER_CONFLICT"));
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 200)
                .singleElement()
                .satisfies(winner -> assertThat(merlin.get(path(gawain))).is(200, winner.body()));
    }

    @Test
    void ofDeletionsHaveOneWinner() {
        Person mordred = table.insert("Mordred", "!");
        List<Answer> answers = Storm.of(10, i -> merlin.delete(path(mordred)));
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(204).containsOnly(204, 404);
    }
}
