package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of one service, on one PostgreSQL and one Redis: what ends on one has ended on the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTest {

    private PostgresNode postgres;
    private RedisNode redis;
    private QuickstartProcess first;
    private QuickstartProcess second;
    private Api here;
    private Api there;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        postgres = new PostgresNode(folder.resolve("postgres"));
        redis = new RedisNode(Files.createDirectory(folder.resolve("redis")));
        Launch node =
                Launch.in(folder).env("USHER_DATASOURCE_URL", postgres.url()).env("USHER_REDIS_URL", redis.url());
        first = node.start();
        second = node.env("QUICKSTART_PERSISTENCE", "jpa").start();
        here = first.api();
        there = second.api();
    }

    @AfterAll
    void stop() throws IOException {
        first.close();
        second.close();
        redis.close();
        postgres.close();
    }

    @Test
    void aSignedTokenEndsOnBothWhereItIsLoggedOutOnOne() {
        Person isolde = here.registered("Isolde");
        String token = there.token(isolde);
        assertThat(here.me(token)).hasStatus(200);
        assertThat(here.logout(token)).isEmpty(204);
        assertThat(there.me(token)).refusesTheCaller();
        assertThat(here.me(token)).refusesTheCaller();
    }

    @Test
    void anOpaqueTokenEndsOnBothWhereItIsLoggedOutOnOne() {
        Person isolde = here.registered("Isolde");
        String cookie = new Cookies(here).login(isolde);
        assertThat(new Cookies(there).me(cookie)).hasStatus(200);
        assertThat(new Cookies(there).logout(cookie)).isEmpty(204);
        assertThat(new Cookies(here).me(cookie)).refusesTheCaller();
        assertThat(new Cookies(there).me(cookie)).refusesTheCaller();
    }

    @Test
    void allTokensEndOnBothWhereThePasswordIsResetOnOne() {
        Person isolde = here.registered("Isolde");
        String token = here.token(isolde);
        String cookie = new Cookies(there).login(isolde);
        assertThat(here.resetPassword(here.resetToken(isolde), "a longer road to Avalon"))
                .is(200, "null");
        assertEnded(token, cookie);
    }

    @Test
    void allTokensEndOnBothWhereSheLogsOutEverywhereOnOne() {
        Person isolde = here.registered("Isolde");
        String token = here.token(isolde);
        String cookie = new Cookies(there).login(isolde);
        var everywhere = there.request("/auth/logout-all").header("Authorization", "Bearer " + token);
        assertThat(there.send(everywhere, BodyPublishers.noBody())).isEmpty(204);
        assertEnded(token, cookie);
    }

    private void assertEnded(String token, String cookie) {
        assertThat(here.me(token)).refusesTheCaller();
        assertThat(there.me(token)).refusesTheCaller();
        assertThat(new Cookies(here).me(cookie)).refusesTheCaller();
        assertThat(new Cookies(there).me(cookie)).refusesTheCaller();
    }
}
