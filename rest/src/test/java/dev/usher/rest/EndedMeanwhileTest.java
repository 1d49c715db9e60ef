package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.ProfileEdit;
import dev.usher.roundtable.Caller;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.Knight;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thief's request is under way while its owner ends the token that came with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndedMeanwhileTest {

    private static final String STOLEN = "{\"shield\":\"mine\",\"password\":\"all your castles are mine\"}";

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

    private void assertEndedAndUnchanged(Knight knight, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Unauthorized\"}");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).contains("invalid_token");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(stored(knight).shield).isEmpty();
        assertThat(stored(knight).rowVersion()).isEqualTo(knight.rowVersion() + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {STOLEN, "{\"shield\":\"mine\"}", "{}"})
    void itChangesNothingAndBringsNoCookieOnceSheHasLoggedOutEverywhere(String body) {
        for (boolean own : new boolean[] {true, false}) {
            Knight owner = superuser();
            Caller thief = server.cookie(owner);
            server.manager().beforeTheNextEdit(() -> server.manager().logoutEverywhere(owner.id()));
            assertEndedAndUnchanged(owner, thief.patch(own ? "/users/me" : "/users/" + owner.id(), body));
        }
    }

    @Test
    void itDoesNotReplaceHerNewPassword() {
        Knight owner = superuser();
        Caller thief = server.bearer(owner);
        ProfileEdit<Knight> rescue = new ProfileEdit<>(null, "a longer road to Avalon", null);
        server.manager().beforeTheNextEdit(() -> server.manager().update(owner.id(), rescue, any -> true));
        assertEndedAndUnchanged(owner, thief.patch("/users/me", STOLEN));
        assertThat(server.manager().authenticate(owner.email().value(), "a longer road to Avalon"))
                .isPresent();
    }

    @Test
    void itDoesNotFindHerOnceSheIsGone() {
        Knight owner = superuser();
        Caller thief = server.bearer(owner);
        server.manager().beforeTheNextEdit(() -> server.manager().delete(owner.id()));
        assertThat(thief.patch("/users/me", STOLEN).statusCode()).isEqualTo(401);
    }

    @Test
    void anEditOfSomebodyElseWhoseTokensEndPasses() {
        Knight other = server.knight("other");
        server.manager().beforeTheNextEdit(() -> server.manager().logoutEverywhere(other.id()));
        HttpResponse<String> answer =
                server.bearer(Camelot.MERLIN).patch("/users/" + other.id(), "{\"shield\":\"or\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(stored(other).shield).isEqualTo("or");
    }
}
