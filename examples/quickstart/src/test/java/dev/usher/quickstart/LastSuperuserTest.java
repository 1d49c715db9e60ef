package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody must be left who can administer the others. */
@Contract
@TestInstance(Lifecycle.PER_CLASS)
class LastSuperuserTest {

    private static final String REFUSED = "UPDATE_USER_LAST_SUPERUSER";
    private static final String DEMOTE = "{\"is_superuser\": false}";

    private final Api api;
    private final MemberTable table;
    private Person merlin = Person.named("Merlin");
    private Caller himself;

    LastSuperuserTest(Api api, MemberTable table) {
        this.api = api;
        this.table = table;
        this.himself = Caller.nobody(api);
    }

    @BeforeAll
    void logIn() {
        merlin = api.registered("Merlin");
        himself = Caller.of(api, merlin);
    }

    @BeforeEach
    void merlinIsTheOnlyOne() {
        table.setOnlySuperuser(merlin);
    }

    private String path() {
        return "/users/" + merlin.id();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DEMOTE,
                "{\"is_active\": false}",
                "{\"is_active\": false, \"is_superuser\": false, \"first_name\": \"Merlin\"}",
                "{\"password\": \"a longer road to Avalon\", \"is_active\": false}"
            })
    void isNeitherDemotedNorDeactivated(String body) {
        List<String> before = table.rows();
        assertThat(himself.patch(path(), body)).refuses(400, REFUSED);
        assertThat(table.rows()).isEqualTo(before);
    }

    @Test
    void isNotDeleted() {
        assertThat(himself.delete(path())).refuses(400, REFUSED);
        assertThat(himself.send("DELETE", "/users/me", Api.body("password", Person.PASSWORD)))
                .refuses(400, REFUSED);
        assertThat(himself.me()).hasStatus(200);
    }

    @Test
    void isTheLastWhereTheOtherIsInactive() {
        Person percival = table.insert("Percival", "!");
        table.setSuperuser(percival, true);
        table.setActive(percival, false);
        assertThat(himself.patch(path(), DEMOTE)).refuses(400, REFUSED);
        assertThat(himself.delete("/users/" + percival.id())).isEmpty(204);
    }

    @Test
    void mayChangeWhatElseHeLikes() {
        assertThat(himself.patch(path(), "{\"is_superuser\": true, \"is_active\": true, \"first_name\": null}"))
                .hasStatus(200);
    }

    @Test
    void isNotTheLastWhileThereIsAnother() {
        Person nimue = table.insert("Nimue", "!");
        table.setSuperuser(nimue, true);
        assertThat(himself.patch(path(), DEMOTE)).hasStatus(200);
        assertThat(himself.get(path())).refuses(403, "Forbidden");
    }

    /** Two put an end to themselves, or to each other, at the same moment. */
    @ParameterizedTest
    @CsvSource({
        "PATCH,  '{\"is_superuser\": false}', true",
        "PATCH,  '{\"is_active\": false}',    true",
        "DELETE, '',                          true",
        "PATCH,  '{\"is_superuser\": false}', false",
        "PATCH,  '{\"is_active\": false}',    false",
        "DELETE, '',                          false",
    })
    void isLeftByTwoAtOnce(String method, String body, boolean themselves) {
        Person igraine = api.registered("Igraine");
        Person uther = api.registered("Uther");
        List<Caller> callers = List.of(Caller.of(api, igraine), Caller.of(api, uther));
        table.setOnlySuperuser(igraine);
        table.setSuperuser(uther, true);
        List<String> ids = themselves ? List.of(igraine.id(), uther.id()) : List.of(uther.id(), igraine.id());

        List<Answer> answers = Storm.of(2, i -> callers.get(i).send(method, "/users/" + ids.get(i), body));

        assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
        // the slower of two who aim at each other may be nobody any more when she is asked who she is
        assertThat(answers)
                .filteredOn(answer -> answer.status() >= 300)
                .singleElement()
                .satisfies(answer -> {
                    assertThat(answer.status()).isIn(themselves ? List.of(400) : List.of(400, 401, 403));
                    assertThat(answer.status() != 400 || answer.body().contains(REFUSED))
                            .isTrue();
                });
        assertThat(table.query("SELECT id FROM users WHERE is_superuser AND is_active"))
                .hasSize(1);
    }
}
