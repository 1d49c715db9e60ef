package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Everybody wants the same at the same time, and exactly one gets it; subclasses differ in the database only. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class Storms {

    private QuickstartProcess process;
    private Api api;

    abstract Launch launch(Path folder);

    abstract MemberTable table();

    @BeforeAll
    void start(@TempDir Path folder) {
        process = launch(folder).env("USHER_PASSWORD_MAX_WAIT", "PT1M").start();
        api = process.api();
    }

    @AfterAll
    void stop() {
        process.close();
    }

    @Test
    void ofRegistrationsOfOneAddressInAllSpellingsLeavesOneUser() {
        String arthur = Person.named("Arthur").email();
        List<Answer> answers = Storm.of(50, client -> api.register(spelling(arthur, client), "guinevere " + client));

        List<Answer> refused =
                answers.stream().filter(answer -> answer.status() != 201).toList();
        assertThat(refused).hasSize(49).allSatisfy(answer -> assertThat(answer)
                .refuses(400, "REGISTER_USER_ALREADY_EXISTS"));
        assertThat(table().query("SELECT id FROM users WHERE lower(email) = ?", arthur))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 201))
                .singleElement()
                .satisfies(winner -> {
                    assertThat(winner.text("email")).isEqualTo(arthur);
                    assertThat(api.login(arthur, "guinevere " + answers.indexOf(winner)))
                            .hasStatus(200);
                });
    }

    /** Another one for each client: bit by bit its number says which letters are upper case. */
    private static String spelling(String address, int client) {
        StringBuilder spelling = new StringBuilder(address);
        for (int bit = 0; bit < 6; bit++) {
            if ((client >> bit & 1) == 1) {
                spelling.setCharAt(bit, Character.toUpperCase(address.charAt(bit)));
            }
        }
        return spelling.toString();
    }

    @Test
    void ofResetsWithOneTokenSetsThePasswordOnce() {
        Person gawain = api.registered("Gawain");
        String token = api.resetToken(gawain);
        List<Answer> answers = Storm.of(20, client -> api.resetPassword(token, "excalibur " + client));

        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .hasSize(19)
                .allSatisfy(answer -> assertThat(answer).refuses(400, "RESET_PASSWORD_BAD_TOKEN"));
        for (int client = 0; client < answers.size(); client++) {
            assertThat(api.login(gawain.email(), "excalibur " + client))
                    .hasStatus(answers.get(client).status());
        }
    }

    @Test
    void ofVerificationsWithOneTokenVerifiesOnce() {
        Person lady = api.registered("Lady");
        String token = api.verifyToken(lady);
        List<Answer> answers = Storm.of(20, client -> api.verify(token));

        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .hasSize(19)
                .allSatisfy(answer -> assertThat(answer).refuses(400, "VERIFY_USER_ALREADY_VERIFIED"));
        assertThat(answers.stream().filter(answer -> answer.status() == 200))
                .singleElement()
                .satisfies(answer -> assertThat(answer).is(200, lady.json(true, true)));
    }

    @Test
    void ofLogoutsWithOneTokenEndsItOnce() {
        Person kay = api.registered("Kay");
        String token = api.token(kay);
        List<Answer> answers = Storm.of(20, client -> api.logout(token));

        assertThat(answers).extracting(Answer::status).contains(204).containsOnly(204, 401);
        assertThat(api.me(token)).refusesTheCaller();
    }
}
