package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code PATCH /users/me} and {@code PATCH /users/{id}} that leave everything as it is, refused or not. */
@Contract
@TestInstance(Lifecycle.PER_CLASS)
class VainEditTest {

    private static final String MUCH = "n".repeat(101);

    private final Api api;
    private final MemberTable table;
    private Person elaine = Person.named("Elaine");
    private Caller herself;
    private Caller superuser;
    private List<String> rowsBefore = List.of();

    VainEditTest(Api api, MemberTable table) {
        this.api = api;
        this.table = table;
        this.herself = Caller.nobody(api);
        this.superuser = Caller.nobody(api);
    }

    @BeforeAll
    void logIn() {
        elaine = api.registered("Elaine");
        table.setVerified(elaine, true);
        herself = Caller.of(api, elaine);
        superuser = Caller.superuser(api, table);
        rowsBefore = table.rows();
    }

    @AfterEach
    void nothingIsChanged() {
        assertThat(table.rows()).isEqualTo(rowsBefore);
    }

    private Answer byHerself(String body) {
        return herself.patch("/users/me", body);
    }

    private Answer byASuperuser(String body) {
        return superuser.patch("/users/" + elaine.id(), body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'is_superuser': true}",
                "{'is_active': false, 'is_verified': false}",
                "{'is_superuser': 'garbage', 'is_active': null, 'is_verified': 7}",
                "{'id': '00000000-0000-4000-8000-000000000000'}",
                "{'id': null}",
                "{'hashed_password': '$2b$', 'oauth_accounts': [{}]}",
                "{'token_version': 1, 'row_version': 7, 'created_at': 0}",
                "{'password': null}",
                "{'sword': {'of': ['the', 'stone']}}",
                "{'Email': 'other@camelot.bt', 'firstName': 'Elaine'}",
            })
    void dropWhatIsNotHersToChange(String body) {
        assertThat(byHerself(json(body))).is(200, elaine.json(true, true)).has("ETag", "\"0\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'id': '00000000-0000-4000-8000-000000000000', 'hashed_password': '$2b$', 'oauth_accounts': [{}]}",
                "{'is_active': true, 'is_superuser': false, 'is_verified': true}",
                "{'token_version': 1, 'row_version': 7}",
            })
    void dropWhatIsNobodysToChange(String body) {
        assertThat(byASuperuser(json(body))).is(200, elaine.json(true, true)).has("ETag", "\"0\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"email": null}                                | string_type body.email
            {"email": 7}                                   | string_type body.email
            {"email": {}}                                  | string_type body.email
            {"email": ""}                                  | value_error body.email
            {"email": "no address"}                        | value_error body.email
            {"email": "elaine@camelot.test"}               | value_error body.email
            {"email": "a\\u0000b@camelot.bt"}              | json_invalid body
            {"password": 12345678}                         | string_type body.password
            {"password": ["guinevere"]}                    | string_type body.password
            {"password": "guinevere\\u0000"}               | json_invalid body
            {"first_name": true}                           | string_type body.first_name
            {"first_name": 7}                              | string_type body.first_name
            {"first_name": "MUCH"}                         | value_error body.first_name
            {"email": null, "password": 7, "first_name": 7} | string_type body.email;string_type body.password;string_type body.first_name
            """)
    void refuseWhatIsNoGood(String body, String violations) {
        String sent = body.replace("MUCH", MUCH);
        assertThat(byHerself(sent)).isInvalid(violations.split(";", -1));
        assertThat(byASuperuser(sent)).isInvalid(violations.split(";", -1));
    }

    @ParameterizedTest
    @MethodSource("dev.usher.quickstart.EmailAddressTest#refusedAddresses")
    void refuseAnAddressThatIsNone(String email) {
        assertThat(byHerself(Api.body("email", email))).isInvalid("value_error body.email");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"is_active": null}               | bool_parsing body.is_active
            {"is_superuser": null}            | bool_parsing body.is_superuser
            {"is_verified": null}             | bool_parsing body.is_verified
            {"is_active": "true"}             | bool_parsing body.is_active
            {"is_superuser": 1}               | bool_parsing body.is_superuser
            {"is_verified": []}               | bool_parsing body.is_verified
            {"is_active": 0, "email": null}   | string_type body.email;bool_parsing body.is_active
            """)
    void refuseFlagsThatAreNone(String body, String violations) {
        assertThat(byASuperuser(body)).isInvalid(violations.split(";", -1));
    }

    private static String json(String body) {
        return body.replace('\'', '"');
    }
}
