package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.RoundTableServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Unexpected failures. What the runtime refuses by itself is tested with the quickstart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorFilterTest {

    private final RoundTableServer server = new RoundTableServer();

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void nothingIsToldOfAFailureOfUshersOwn() {
        HttpResponse<String> answer = server.get("/quagmire");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Internal Server Error\"}");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void aFailureOfTheApplicationsIsItsOwnAffair() {
        assertThat(server.get("/halls/broken").body()).isEqualTo("the application's own words");
    }
}
