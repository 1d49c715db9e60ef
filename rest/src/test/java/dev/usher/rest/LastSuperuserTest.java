package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.AtOnce;
import dev.usher.roundtable.Caller;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.Knight;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody must be left who can administer the others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LastSuperuserTest {

    private static final String REFUSED = "{\"detail\":\"UPDATE_USER_LAST_SUPERUSER\"}";
    private static final String DEMOTE = "{\"is_superuser\":false}";

    private final RoundTableServer server = new RoundTableServer();
    private final Knight merlin = server.find(Camelot.MERLIN);

    @AfterAll
    void stop() {
        server.close();
    }

    /** Whoever was made a superuser in a test is one no longer. */
    @AfterEach
    void onlyMerlinIsLeft() {
        for (Knight other : List.of(server.find(Camelot.ARTHUR), server.find(Camelot.PERCIVAL))) {
            other.superuser(false);
            server.users().update(other);
        }
        assertThat(server.users().lockActiveSuperusers(merlin.id())).containsExactly(merlin.id());
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.body()).isEqualTo(REFUSED);
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DEMOTE,
                "{\"is_active\":false}",
                "{\"is_active\":false,\"is_superuser\":false,\"shield\":\"or\"}",
                "{\"password\":\"a longer road to Avalon\",\"is_active\":false}"
            })
    void isNeitherDemotedNorDeactivated(String body) {
        assertRefused(server.bearer(merlin).patch("/users/" + merlin.id(), body));
        assertThat(server.find(Camelot.MERLIN)).usingRecursiveComparison().isEqualTo(merlin);
    }

    @Test
    void isNotDeleted() {
        assertRefused(server.bearer(merlin).delete("/users/" + merlin.id()));
        assertRefused(server.bearer(merlin).send("DELETE", "/users/me", "{\"password\":\"viviane\"}"));
        assertThat(server.find(Camelot.MERLIN)).usingRecursiveComparison().isEqualTo(merlin);
    }

    @Test
    void isTheLastWhereTheOtherIsInactive() {
        Knight percival = server.find(Camelot.PERCIVAL);
        percival.superuser(true);
        server.users().update(percival);
        assertRefused(server.bearer(merlin).patch("/users/" + merlin.id(), DEMOTE));
    }

    @Test
    void mayChangeWhatElseSheLikes() {
        HttpResponse<String> answer = server.bearer(merlin)
                .patch("/users/" + merlin.id(), "{\"is_superuser\":true,\"is_active\":true,\"is_verified\":true}");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void isNotTheLastWhileThereIsAnother() {
        Knight morgan = server.knight("morgan", knight -> knight.superuser(true));
        assertThat(server.bearer(merlin).patch("/users/" + morgan.id(), DEMOTE).statusCode())
                .isEqualTo(200);
        Knight nimue = server.knight("nimue", knight -> knight.superuser(true));
        assertThat(server.bearer(nimue).delete("/users/" + nimue.id()).statusCode())
                .isEqualTo(204);
    }

    /** Two superusers put an end to themselves, or to each other, at the same moment. */
    @ParameterizedTest
    @CsvSource({
        "PATCH, '{\"is_superuser\":false}', true",
        "PATCH, '{\"is_active\":false}', true",
        "DELETE, '', true",
        "PATCH, '{\"is_superuser\":false}', false",
        "DELETE, '', false",
    })
    void isLeftByTwoAtOnce(String method, String body, boolean themselves) {
        for (int round = 0; round < 5; round++) {
            Knight[] two = {superuser("igraine", round), superuser("uther", round)};
            Caller[] callers = {server.bearer(two[0]), server.bearer(two[1])};
            withoutMerlin(() -> {
                List<HttpResponse<String>> answers =
                        AtOnce.run(2, i -> callers[i].send(method, "/users/" + two[themselves ? i : 1 - i].id(), body));
                // the slower of two who aim at each other may be nobody any more when she is asked who she is
                assertThat(answers)
                        .filteredOn(answer -> answer.statusCode() < 300)
                        .hasSize(1);
                assertThat(answers)
                        .filteredOn(answer -> answer.statusCode() >= 400)
                        .singleElement()
                        .satisfies(answer -> assertThat(answer.statusCode())
                                .isIn(themselves ? List.of(400) : List.of(400, 401, 403)));
            });
            for (Knight each : two) {
                server.users().delete(each.id());
            }
        }
    }

    private Knight superuser(String name, int round) {
        return server.knight(name + round, knight -> knight.superuser(true));
    }

    private void withoutMerlin(Runnable work) {
        setMerlin(false);
        try {
            work.run();
            assertThat(server.users().lockActiveSuperusers(merlin.id())).hasSize(1);
        } finally {
            setMerlin(true);
        }
    }

    private void setMerlin(boolean superuser) {
        Knight now = server.find(Camelot.MERLIN);
        now.superuser(superuser);
        server.users().update(now);
    }
}
