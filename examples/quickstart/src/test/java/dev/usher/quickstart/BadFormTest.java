package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static dev.usher.quickstart.BadJson.MARKER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent where the login form belongs. */
@Contract
class BadFormTest {

    private static final String PATH = "/auth/jwt/login";
    private static final String MULTIPART = "multipart/form-data; boundary=roundtable";
    private static final String GOOD = "username=mordred%40camelot.bt&password=" + MARKER;

    private final QuickstartProcess process;
    private QuickstartProcess.Mark before = new QuickstartProcess.Mark(0, 0);
    private final Api api;

    BadFormTest(QuickstartProcess process, Api api) {
        this.process = process;
        this.api = api;
    }

    @BeforeEach
    void look() {
        before = process.mark();
    }

    @AfterEach
    void thePasswordIsNotPrinted() {
        assertThat(process.outputSince(before)).doesNotContain(MARKER).doesNotContain("Exception");
    }

    private Answer post(String contentType, String body) {
        Answer answer = api.post(PATH, contentType, body);
        assertThat(answer.body() + answer.headers()).doesNotContain(MARKER);
        return answer;
    }

    /** As browsers and FastAPI do: what is no escape stands for itself. */
    @ParameterizedTest
    @ValueSource(strings = {"%", "%zz", "%4", "%%%", "a=b", "%FF%FE", "\uFFFF", "\uD83E\uDDD9"})
    void mayHoldAnyTextWhichIsThenAWrongPassword(String text) {
        assertThat(post(Api.FORM, "username=" + text + "&password=" + MARKER + text))
                .refuses(400, "LOGIN_BAD_CREDENTIALS");
        assertThat(post(MULTIPART, Multipart.form("roundtable", "username", text, "password", MARKER + text)))
                .refuses(400, "LOGIN_BAD_CREDENTIALS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "guinevere%00", "%00guinevere"})
    void mayNotHoldNul(String password) {
        assertThat(post(Api.FORM, "username=arthur%40camelot.bt&password=" + password))
                .isInvalid("value_error body.password");
        assertThat(post(Api.FORM, "username=arthur%40camelot.bt" + "%00&password=" + MARKER))
                .isInvalid("value_error body.username");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/json",
                "application/xml",
                "multipart/mixed; boundary=roundtable",
                ";;;",
                ""
            })
    void hasNoFieldsUnderAnotherContentType(String contentType) {
        assertThat(post(contentType, GOOD)).isInvalid("missing body.username", "missing body.password");
    }

    @Test
    void hasNoFieldsWithoutAContentType() {
        assertThat(api.send(api.request(PATH), BodyPublishers.ofString(GOOD)))
                .isInvalid("missing body.username", "missing body.password");
        assertThat(api.send(api.request(PATH), BodyPublishers.noBody()))
                .isInvalid("missing body.username", "missing body.password");
    }

    @ParameterizedTest
    @MethodSource("brokenMultiparts")
    void isABadRequestWhereAMultipartFormIsBroken(String what, String contentType, String body) {
        assertThat(post(contentType, body)).refuses(400, "Bad Request");
    }

    static Stream<Arguments> brokenMultiparts() {
        String good = Multipart.form("roundtable", "username", "mordred@camelot.bt", "password", MARKER);
        return Stream.of(
                Arguments.of("empty", MULTIPART, ""),
                Arguments.of("garbage", MULTIPART, MARKER.repeat(10)),
                Arguments.of("no part", MULTIPART, "--roundtable--\r\n"),
                Arguments.of("no boundary named", "multipart/form-data", good),
                Arguments.of("another boundary", "multipart/form-data; boundary=square", good),
                Arguments.of("cut off", MULTIPART, good.substring(0, good.length() - 20)),
                Arguments.of("cut off in a header", MULTIPART, good.substring(0, 40)),
                Arguments.of("no names", MULTIPART, good.replaceAll("name=\"\\w+\"", "x")));
    }

    @Test
    void hasNoFieldsWhereTheirNamesAreMissing() {
        String good = Multipart.form("roundtable", "username", "mordred@camelot.bt", "password", MARKER);
        assertThat(post(MULTIPART, good.replace("Content-Disposition", "X-Other")))
                .isInvalid("missing body.username", "missing body.password");
        assertThat(post("multipart/form-data; boundary=", good))
                .isInvalid("missing body.username", "missing body.password");
    }

    @Test
    void isTooLargeBeyond64Kilobytes() {
        String much = "x".repeat(100_000);
        assertThat(post(Api.FORM, GOOD + much)).refuses(413, "Content Too Large");
        assertThat(post(MULTIPART, Multipart.form("roundtable", "username", much, "password", MARKER)))
                .refuses(413, "Content Too Large");
    }

    @Test
    void mayHaveManyFields() {
        Person arthur = api.registered("Arthur");
        String many = "&x=".repeat(20_000);
        String good = Api.form("username", arthur.email(), "password", Person.PASSWORD);
        assertThat(post(Api.FORM, good + many)).hasStatus(200);
    }
}
