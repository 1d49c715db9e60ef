package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which addresses are taken, in which form they are stored, and which are refused; the same at every endpoint. */
@Contract
class EmailAddressTest {

    private static final String OF_63 = "b".repeat(63);
    private static final String LOCAL_OF_64 = "a".repeat(64);

    /** 189 characters, so that 64 and an at sign before them make 254. */
    private static final String DOMAIN_OF_189 = OF_63 + "." + OF_63 + "." + "c".repeat(58) + ".bt";

    private final Api api;
    private final MemberTable table;

    EmailAddressTest(Api api, MemberTable table) {
        this.api = api;
        this.table = table;
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', textBlock = """
            Vivien@Camelot.BT,              vivien@camelot.bt
            ~  nimue@camelot.bt\t~,         nimue@camelot.bt
            nimue+lake@camelot.bt,          nimue+lake@camelot.bt
            n'imue_{of}-the.lake@a-b.co.uk, n'imue_{of}-the.lake@a-b.co.uk
            Éliane@camelot.bt,              éliane@camelot.bt
            E\u0301liane@corbenic.bt,       éliane@corbenic.bt
            lady@Bücher.bt,                 lady@xn--bcher-kva.bt
            lady@xn--bcher-kva.example,     lady@xn--bcher-kva.example
            """)
    void isStoredInItsCanonicalForm(String typed, String canonical) {
        Answer answer = api.register(typed, Person.PASSWORD);
        assertThat(answer).hasStatus(201);
        assertThat(answer.text("email")).isEqualTo(canonical);
        assertThat(table.query("SELECT id FROM users WHERE email = ?", canonical))
                .containsExactly(answer.text("id"));
        assertThat(api.login(typed, Person.PASSWORD)).hasStatus(200);
        assertThat(api.register(canonical, Person.PASSWORD)).refuses(400, "REGISTER_USER_ALREADY_EXISTS");
    }

    @ParameterizedTest
    @MethodSource("longOnes")
    void mayHave254Characters(String longest) {
        assertThat(longest).hasSize(254);
        assertThat(api.register(longest, Person.PASSWORD)).hasStatus(201);
    }

    static Stream<String> longOnes() {
        return Stream.of(LOCAL_OF_64 + "@" + DOMAIN_OF_189);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefused(String path, String typed) {
        String body = Api.body("email", typed, "password", Person.PASSWORD);
        int before = table.count();
        assertThat(api.postJson(path, body)).isInvalid("value_error body.email");
        assertThat(table.count()).isEqualTo(before);
    }

    static Stream<Arguments> refused() {
        return Stream.of("/auth/register", "/auth/forgot-password", "/auth/request-verify-token")
                .flatMap(path -> refusedAddresses().map(typed -> Arguments.of(path, typed)));
    }

    /** At {@code PATCH}, too: {@link VainEditTest}. */
    static Stream<String> refusedAddresses() {
        return Stream.of(
                "",
                " ",
                "arthur",
                "@camelot.bt",
                "arthur@",
                "arthur@camelot",
                "arthur@camelot..bt",
                "arthur@.camelot.bt",
                "arthur@-camelot.bt",
                ".arthur@camelot.bt",
                "arthur.@camelot.bt",
                "arthur..pendragon@camelot.bt",
                "arthur pendragon@camelot.bt",
                "arthur@pendragon@camelot.bt",
                "arthur@camelot.bt\nBcc: mordred@camelot.bt",
                "Arthur <arthur@camelot.bt>",
                "\"arthur\"@camelot.bt",
                "arthur@[127.0.0.1]",
                "arthur@127.0.0.1",
                "arthur@camelot.test",
                "arthur@camelot.invalid",
                "arthur@camelot.localhost",
                "arthur@camelot.LOCAL",
                "arthur@straße.bt",
                "arth\u200Dur@camelot.bt",
                "arthur@came\u200Dlot.bt",
                "a" + LOCAL_OF_64 + "@camelot.bt",
                LOCAL_OF_64 + "@c" + DOMAIN_OF_189,
                "arthur@" + "camelot.".repeat(5000) + "bt");
    }
}
