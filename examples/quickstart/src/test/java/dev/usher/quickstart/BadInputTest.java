package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static dev.usher.quickstart.BadJson.MARKER;
import static dev.usher.quickstart.BadJson.MEMBERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent where JSON belongs: an answer of the contract, nothing written, and no password given away. */
@Contract
@TestInstance(Lifecycle.PER_CLASS)
class BadInputTest {

    private static final int LARGEST = 64 * 1024;
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    private final QuickstartProcess process;
    private QuickstartProcess.Mark before = new QuickstartProcess.Mark(0, 0);
    private final Api api;
    private final MemberTable table;
    private List<String> rowsBefore = List.of();

    BadInputTest(QuickstartProcess process, MemberTable table) {
        this.process = process;
        this.api = process.api();
        this.table = table;
    }

    @BeforeAll
    void lookAtTheDatabase() {
        api.registered("Arthur");
        rowsBefore = table.rows();
    }

    @BeforeEach
    void look() {
        before = process.mark();
    }

    @AfterEach
    void nothingIsWrittenAndNothingPrinted() {
        assertThat(table.rows()).isEqualTo(rowsBefore);
        assertThat(process.outputSince(before)).doesNotContain(MARKER).doesNotContain("Exception");
    }

    private Answer post(JsonEndpoint endpoint, String contentType, byte[] body) {
        Answer answer = api.send(
                api.request(endpoint.path).header("Content-Type", contentType), BodyPublishers.ofByteArray(body));
        assertThat(answer.body() + answer.headers()).doesNotContain(MARKER);
        return answer;
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void isMalformed(JsonEndpoint endpoint, Map.Entry<String, byte[]> body) {
        assertThat(post(endpoint, Api.JSON, body.getValue())).isInvalid("json_invalid body");
    }

    static Stream<Arguments> malformed() {
        return JsonEndpoint.with(BadJson.malformed().entrySet());
    }

    @ParameterizedTest
    @MethodSource("notObjects")
    void isNoObject(JsonEndpoint endpoint, String body) {
        assertThat(post(endpoint, Api.JSON, BadJson.utf8(body))).isInvalid("model_attributes_type body");
    }

    static Stream<Arguments> notObjects() {
        return JsonEndpoint.with(BadJson.notObjects());
    }

    @ParameterizedTest
    @EnumSource
    void isAbsent(JsonEndpoint endpoint) {
        assertThat(post(endpoint, Api.JSON, new byte[0])).isInvalid("missing body");
        assertThat(api.send(api.request(endpoint.path), BodyPublishers.noBody()))
                .isInvalid("missing body");
    }

    @ParameterizedTest
    @EnumSource
    void isAnEmptyObject(JsonEndpoint endpoint) {
        assertThat(post(endpoint, Api.JSON, BadJson.utf8("{}")))
                .isInvalid(endpoint.fields.stream()
                        .map(field -> "missing body." + field)
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("dev.usher.quickstart.JsonEndpoint#withFields")
    void lacksAField(JsonEndpoint endpoint, String field) {
        String body = "{" + MEMBERS.replace("\"" + field + "\"", "\"other\"") + "}";
        assertThat(post(endpoint, Api.JSON, BadJson.utf8(body))).isInvalid("missing body." + field);
    }

    @ParameterizedTest
    @MethodSource("dev.usher.quickstart.JsonEndpoint#withFields")
    void hasNoTextWhereTextBelongs(JsonEndpoint endpoint, String field) {
        for (String value : BadJson.notTexts()) {
            String member = "\"" + field + "\":";
            String body = "{" + MEMBERS.replaceFirst(member + "\"[^\"]*\"", member + value) + "}";
            assertThat(post(endpoint, Api.JSON, BadJson.utf8(body))).isInvalid("string_type body." + field);
        }
    }

    @ParameterizedTest
    @MethodSource("contentTypes")
    void isNotSentAsJson(JsonEndpoint endpoint, String contentType) {
        assertThat(post(endpoint, contentType, BadJson.utf8("{" + MEMBERS + "}")))
                .isInvalid("model_attributes_type body");
    }

    static Stream<Arguments> contentTypes() {
        return JsonEndpoint.with(List.of(
                "text/plain",
                "text/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "multipart/form-data",
                "application/xml",
                "application/jsonp",
                "application/octet-stream",
                "json",
                "",
                ";;;",
                "application/",
                "a b c/d",
                "application/x; =\""));
    }

    @ParameterizedTest
    @EnumSource
    void hasNoContentType(JsonEndpoint endpoint) {
        Answer answer = api.send(api.request(endpoint.path), BodyPublishers.ofString("{" + MEMBERS + "}"));
        assertThat(answer).isInvalid("model_attributes_type body");
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void isTooLarge(String path, int size) {
        byte[] body = padded("{" + MEMBERS + "}", size);
        RawClient client = new RawClient(process.url());
        assertThat(client.post(path, Api.JSON, body)).refuses(413, "Content Too Large");
        assertThat(client.postChunked(path, Api.JSON, body)).refuses(413, "Content Too Large");
    }

    static Stream<Arguments> sizes() {
        Stream<String> json = Arrays.stream(JsonEndpoint.values()).map(endpoint -> endpoint.path);
        return Stream.concat(json, Stream.of("/auth/jwt/login"))
                .flatMap(path -> Stream.of(LARGEST + 1, TEN_MEGABYTES).map(size -> Arguments.of(path, size)));
    }

    @ParameterizedTest
    @CsvSource({"VERIFY, VERIFY_USER_BAD_TOKEN", "RESET_PASSWORD, RESET_PASSWORD_BAD_TOKEN"})
    void isReadUpTo64Kilobytes(JsonEndpoint endpoint, String code) {
        byte[] body = padded("{" + MEMBERS + "}", LARGEST);
        assertThat(post(endpoint, Api.JSON, body)).refuses(400, code);
        assertThat(new RawClient(process.url()).postChunked(endpoint.path, Api.JSON, body))
                .refuses(400, code);
    }

    private static byte[] padded(String json, int size) {
        byte[] body = Arrays.copyOf(BadJson.utf8(json), size);
        Arrays.fill(body, json.length(), size, (byte) ' ');
        return body;
    }
}
