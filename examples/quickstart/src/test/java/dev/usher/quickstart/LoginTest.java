package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /auth/{backend}/login}. */
@Contract
class LoginTest {

    private static final String PATH = "/auth/jwt/login";

    private final Api api;
    private Person arthur;

    LoginTest(Api api) {
        this.api = api;
        this.arthur = Person.named("Arthur");
    }

    @BeforeEach
    void register() {
        arthur = api.registered("Arthur");
    }

    private String goodForm() {
        return Api.form("username", arthur.email(), "password", Person.PASSWORD);
    }

    @Test
    void answersWithATokenThatNobodyMayStore() {
        Answer answer = api.login(arthur);
        assertThat(answer)
                .is(200, "{\"access_token\":\"" + answer.text("access_token") + "\",\"token_type\":\"bearer\"}")
                .has("Cache-Control", "no-store");
    }

    @Test
    void issuesATokenWithTheClaimsOfTheContractForOneHour() {
        String token = api.token(arthur);
        JsonObject claims = Jwt.claims(token);
        assertThat(Jwt.header(token).getString("alg")).isEqualTo("HS256");
        assertThat(claims.keySet()).containsExactlyInAnyOrder("sub", "aud", "exp", "iat", "jti", "ver");
        assertThat(claims.getString("sub")).isEqualTo(arthur.id());
        assertThat(claims.get("aud")).hasToString("[\"fastapi-users:auth\"]");
        assertThat(claims.getInt("exp") - claims.getInt("iat")).isEqualTo(3600);
        assertThat(claims.getInt("ver")).isPositive();
        assertThat(claims.getString("jti"))
                .isNotEqualTo(Jwt.claims(api.token(arthur)).getString("jti"));
    }

    @Test
    void takesTheAddressInAnyCaseWithBlanksAround() {
        assertThat(api.login(arthur.email().toUpperCase(Locale.ROOT), Person.PASSWORD))
                .hasStatus(200);
        assertThat(api.login("  " + arthur.email() + " ", Person.PASSWORD)).hasStatus(200);
    }

    @Test
    void takesAMultipartForm() {
        assertThat(api.post(
                        PATH,
                        "multipart/form-data; boundary=roundtable",
                        Multipart.form("roundtable", "username", arthur.email(), "password", Person.PASSWORD)))
                .hasStatus(200);
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownUserAlike() {
        assertThat(api.login(arthur.email(), "Guinevere")).refuses(400, "LOGIN_BAD_CREDENTIALS");
        assertThat(api.login(arthur.email(), Person.PASSWORD + " ")).refuses(400, "LOGIN_BAD_CREDENTIALS");
        assertThat(api.login("nobody@camelot.bt", Person.PASSWORD)).refuses(400, "LOGIN_BAD_CREDENTIALS");
        assertThat(api.login("no address", Person.PASSWORD)).refuses(400, "LOGIN_BAD_CREDENTIALS");
    }

    @Test
    void takesTheFieldsOfThePasswordGrant() {
        String more = "&grant_type=password&scope=a+b&client_id=lance&client_secret=lake&unknown=1";
        assertThat(api.postForm(PATH, goodForm() + more)).hasStatus(200);
        assertThat(api.postForm(PATH, goodForm() + "&grant_type=")).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_credentials", "Password", "password2", " password"})
    void refusesAnotherGrantType(String grantType) {
        String form = goodForm() + "&" + Api.form("grant_type", grantType);
        assertThat(api.postForm(PATH, form)).isInvalid("string_pattern_mismatch body.grant_type");
    }

    @ParameterizedTest
    @CsvSource(emptyValue = "", textBlock = """
            '',                                missing body.username;missing body.password
            'username=arthur@camelot.bt',      missing body.password
            'username=&password=guinevere',    missing body.username
            'username=a@camelot.bt&password=', missing body.password
            'username&password',               missing body.username;missing body.password
            'USERNAME=a@b.bt&PASSWORD=x',      missing body.username;missing body.password
            """)
    void countsAnEmptyFieldAsMissing(String form, String violations) {
        assertThat(api.postForm(PATH, form)).isInvalid(violations.split(";", -1));
    }

    @Test
    void findsNoFieldsInJson() {
        assertThat(api.postJson(PATH, Api.body("username", arthur.email(), "password", Person.PASSWORD)))
                .isInvalid("missing body.username", "missing body.password");
    }

    @Test
    void refusesTooLongAPassword() {
        assertThat(api.login(arthur.email(), "p".repeat(1024))).refuses(400, "LOGIN_BAD_CREDENTIALS");
        assertThat(api.login(arthur.email(), "p".repeat(1025))).isInvalid("value_error body.password");
    }

    @Test
    void doesNotKnowAnotherBackend() {
        assertThat(api.postForm("/auth/carrier-pigeon/login", goodForm())).refuses(404, "Not Found");
        assertThat(api.postForm("/auth/JWT/login", goodForm())).refuses(404, "Not Found");
        assertThat(api.postForm("/auth/carrier-pigeon/login", "")).refuses(404, "Not Found");
        assertThat(api.postJson("/auth/carrier-pigeon/login", "{}")).refuses(404, "Not Found");
    }
}
