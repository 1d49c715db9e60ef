package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients may do to the server in front of the endpoints. */
@ExtendWith(SharedQuickstart.class)
class ServerTest {

    private final Api api;

    ServerTest(Api api) {
        this.api = api;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/users/%zz", "/users/me?password=%zz", "/auth/%/login", "/%", "/users/\"me\"", "/users/me?{}"})
    void isToldThatATargetIsNoUri(String target) {
        Answer answer = new RawClient(api.url()).post(target, Api.JSON, new byte[0]);
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("Exception", "zz");
    }

    /** As Java's own client does; a server that hangs up without a word loses its next request. */
    @Test
    void staysOpenForAClientThatOffersHttp2() {
        assertThat(new RawClient(api.url()).postOfferingHttp2("/auth/verify", "{}", 3))
                .hasSize(3)
                .allSatisfy(answer -> assertThat(answer).isInvalid("missing body.token"));
    }

    @Test
    void showsNothingOfAFailureOfItsOwn(@TempDir Path folder) {
        try (QuickstartProcess process = Launch.in(folder).start()) {
            MemberTable.in(folder).run("ALTER TABLE users RENAME TO knights");
            assertThat(process.api().login("arthur@camelot.bt", BadJson.MARKER)).isEmpty(500);
            assertThat(process.api().register("arthur@camelot.bt", BadJson.MARKER))
                    .isEmpty(500);
            assertThat(process.err()).anyMatch(line -> line.contains("no such table"));
            assertThat(process.output()).doesNotContain(BadJson.MARKER);
        }
    }
}
