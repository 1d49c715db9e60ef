package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Email;
import dev.usher.roundtable.AtOnce;
import dev.usher.roundtable.Caller;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.Knight;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Edits at the same moment. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditRaceTest {

    private static final int CROWD = 50;

    private final RoundTableServer server = new RoundTableServer();
    private int count;

    @AfterAll
    void stop() {
        server.close();
    }

    private Knight stored(Knight knight) {
        return server.users().findById(knight.id()).orElseThrow();
    }

    @RepeatedTest(10)
    void ofDifferentFieldsLoseNothing() {
        Knight knight = server.knight("gareth" + count++);
        Caller own = server.bearer(knight);
        Caller merlin = server.bearer(Camelot.MERLIN);
        String moved = "moved" + count + "@camelot.bt";
        List<HttpResponse<String>> answers = AtOnce.run(3, i -> switch (i) {
            case 0 -> own.patch("/users/me", "{\"shield\":\"or\"}");
            case 1 -> own.patch("/users/me", "{\"email\":\"" + moved + "\"}");
            default -> merlin.patch("/users/" + knight.id(), "{\"is_superuser\":true}");
        });
        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(stored(knight).shield).isEqualTo("or");
        assertThat(stored(knight).email().value()).isEqualTo(moved);
        assertThat(stored(knight).superuser()).isTrue();
        assertThat(stored(knight).rowVersion()).isEqualTo(3);
    }

    @Test
    void boundToOneTagHaveOneWinner() {
        Caller own = server.bearer(server.knight("gawain"));
        List<HttpResponse<String>> answers = AtOnce.run(
                8, i -> own.with("If-Match", "\"0\"").patch("/users/me", "{\"shield\":\"" + i + " stars\"}"));
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 412).hasSize(7);
    }

    @Test
    void toOneAddressHaveOneWinner() {
        List<Caller> crowd = IntStream.range(0, CROWD)
                .mapToObj(i -> server.bearer(server.knight("squire" + i)))
                .toList();
        List<HttpResponse<String>> answers =
                AtOnce.run(CROWD, i -> crowd.get(i).patch("/users/me", "{\"email\":\"Lancelot@Camelot.bt\"}"));
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .hasSize(CROWD - 1)
                .allMatch(answer -> answer.body().equals("{\"detail\":\"UPDATE_USER_EMAIL_ALREADY_EXISTS\"}"));
        assertThat(server.users().findByEmail(Email.of("lancelot@camelot.bt"))).isPresent();
    }

    @Test
    void toTheAddressOfANewcomerHaveOneWinner() {
        Caller own = server.bearer(server.knight("kay"));
        List<HttpResponse<String>> answers = AtOnce.run(
                2,
                i -> i == 0
                        ? own.patch("/users/me", "{\"email\":\"elaine@camelot.bt\"}")
                        : server.postJson(
                                "/auth/register", "{\"email\":\"elaine@camelot.bt\",\"password\":\"a lily maid\"}"));
        assertThat(answers).filteredOn(answer -> answer.statusCode() < 300).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 400).hasSize(1);
    }
}
