package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.Caller;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Knight;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A superuser's request is under way while she loses what it takes: it changes nothing any more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FallenSuperuserTest {

    private final RoundTableServer server = new RoundTableServer();
    private int count;

    @AfterAll
    void stop() {
        server.close();
    }

    private Knight superuser() {
        return server.knight("morgan" + count++, knight -> knight.superuser(true));
    }

    private Knight stored(Knight knight) {
        return server.users().findById(knight.id()).orElseThrow();
    }

    private void fall(Knight superuser, String how) {
        Knight stored = stored(superuser);
        switch (how) {
            case "demoted" -> stored.superuser(false);
            case "deactivated" -> stored.active(false);
            case "logged out" -> stored.tokenVersion(stored.tokenVersion() + 1);
            default -> throw new IllegalArgumentException(how);
        }
        server.users().update(stored);
    }

    @ParameterizedTest
    @CsvSource({"demoted, 403", "deactivated, 401", "logged out, 401"})
    void itMakesNobodyASuperuser(String how, int status) {
        Knight superuser = superuser();
        Knight accomplice = server.knight("mordred" + count++);
        server.manager().beforeTheNextEdit(() -> fall(superuser, how));
        HttpResponse<String> answer =
                server.bearer(superuser).patch("/users/" + accomplice.id(), "{\"is_superuser\":true}");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(stored(accomplice).superuser()).isFalse();
        assertThat(stored(accomplice).rowVersion()).isEqualTo(accomplice.rowVersion());
    }

    @ParameterizedTest
    @CsvSource({"demoted, 403", "deactivated, 401", "logged out, 401"})
    void itDeletesNobody(String how, int status) {
        Knight superuser = superuser();
        Knight victim = server.knight("gareth" + count++);
        server.manager().beforeTheNextEdit(() -> fall(superuser, how));
        assertThat(server.bearer(superuser).delete("/users/" + victim.id()).statusCode())
                .isEqualTo(status);
        assertThat(server.users().findById(victim.id())).isPresent();
    }

    @Test
    void itDoesNotUndoHerOwnDemotion() {
        Knight superuser = superuser();
        server.manager().beforeTheNextEdit(() -> fall(superuser, "demoted"));
        HttpResponse<String> answer = server.bearer(superuser)
                .patch("/users/" + superuser.id(), "{\"is_superuser\":true,\"password\":\"all is mine again\"}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(stored(superuser).superuser()).isFalse();
    }

    @Test
    void itChangesNothingOnceSheIsGone() {
        Knight superuser = superuser();
        Knight victim = server.knight("agravain" + count++);
        Caller caller = server.bearer(superuser);
        server.manager().beforeTheNextEdit(() -> server.users().delete(superuser.id()));
        assertThat(caller.patch("/users/" + victim.id(), "{\"is_active\":false}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(stored(victim).active()).isTrue();
    }

    @Test
    void aDeletionOfAnotherVersionIsRefused() {
        Knight victim = server.knight("kay" + count++);
        Caller caller = server.bearer(superuser());
        HttpResponse<String> stale = caller.with("If-Match", "\"99\"").delete("/users/" + victim.id());
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body()).isEqualTo("{\"detail\":\"UPDATE_USER_CONFLICT\"}");
        HttpResponse<String> fresh =
                caller.with("If-Match", "\"" + victim.rowVersion() + "\"").delete("/users/" + victim.id());
        assertThat(fresh.statusCode()).isEqualTo(204);
    }
}
