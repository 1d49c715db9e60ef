package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.ErrorCode;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static final ResourceBundle ENGLISH = bundle(Locale.ROOT);
    private static final ResourceBundle GERMAN = bundle(Locale.GERMAN);

    private static ResourceBundle bundle(Locale locale) {
        Control exactly = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle("dev.usher.rest.Messages", locale, exactly);
    }

    static Collection<String> keys() {
        return ENGLISH.keySet();
    }

    @Test
    void haveTheSameKeysInBothLanguages() {
        assertThat(GERMAN.getLocale()).isEqualTo(Locale.GERMAN);
        // keySet() would include those of the parent, which is the English one
        assertThat(keys()).allSatisfy(key -> assertThat(GERMAN.getString(key))
                .isNotBlank()
                .isNotEqualTo(ENGLISH.getString(key))
                .doesNotContain("\u00c3"));
        assertThat(GERMAN.keySet()).isEqualTo(ENGLISH.keySet());
    }

    @ParameterizedTest
    @EnumSource
    void thereIsOneForEveryErrorCode(ErrorCode code) {
        String key = "{dev.usher." + code + "}";
        assertThat(Messages.text(key, Locale.ENGLISH)).endsWith(".").doesNotContain("dev.usher");
        assertThat(Messages.text(key, Locale.GERMAN)).endsWith(".").doesNotContain("dev.usher");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain text", "{unknown.key}", "{dev.usher.email", "dev.usher.email}", "{}"})
    void textThatIsNoKeyStandsForItself(String text) {
        assertThat(Messages.text(text, Locale.GERMAN)).isEqualTo(text);
    }

    @Test
    void aKeyThatIsNoneIsShown() {
        assertThat(Messages.text("{dev.usher.sword}", Locale.GERMAN)).isEqualTo("dev.usher.sword");
    }

    @Test
    void anApplicationsOwnComesFirst() {
        assertThat(Messages.text("{dev.usher.UPDATE_USER_LAST_SUPERUSER}", Locale.FRENCH))
                .isEqualTo("Merlin stays.");
        assertThat(Messages.text("{dev.usher.UPDATE_USER_LAST_SUPERUSER}", Locale.GERMANY))
                .isEqualTo("Merlin bleibt, wie er ist.");
    }
}
