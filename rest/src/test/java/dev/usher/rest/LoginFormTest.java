package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.rest.json.InvalidRequest;
import dev.usher.rest.json.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "username=a&password=b",
                "username=a&password=b&grant_type=password&scope=x&client_id=y&client_secret=z",
                "username=a&password=b&grant_type=",
                "&&=&username=a&x&password=b&",
                "username=z&username=a&password=b",
            })
    void isReadAsFormsAreWritten(String form) {
        assertThat(LoginForm.of(FormFields.of(form))).isEqualTo(new LoginForm("a", "b"));
    }

    @Test
    void isDecoded() {
        LoginForm form = LoginForm.of(FormFields.of("username=a%40b.bt&password=%C3%A4+%26%3D%2B"));
        assertThat(form).isEqualTo(new LoginForm("a@b.bt", "\u00e4 &=+"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',                                            missing username, missing password",
        "username=&password=,                           missing username, missing password",
        "username=a&password=%00,                       value_error password,",
        "username=%00&password=b,                       value_error username,",
        "grant_type=code&username=a&password=b,         string_pattern_mismatch grant_type,",
    })
    void isRefusedFieldByField(String form, String first, @Nullable String second) {
        assertThatThrownBy(() -> LoginForm.of(FormFields.of(form)))
                .isInstanceOfSatisfying(InvalidRequest.class, refusal -> assertThat(refusal.violations())
                        .extracting(LoginFormTest::text)
                        .isEqualTo(second == null ? List.of(first) : List.of(first, second)));
    }

    private static String text(Violation violation) {
        return violation.type() + " " + violation.loc().get(1);
    }

    @Test
    void showsNoPassword() {
        assertThat(new LoginForm("galahad", "a red cross"))
                .hasToString("LoginForm[username=galahad, password=redacted]");
    }
}
