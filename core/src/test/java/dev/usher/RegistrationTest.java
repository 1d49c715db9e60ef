package dev.usher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest {

    private static Registration with(String key, String value) {
        return UsherConfig.from(Map.of("usher.secret", "the sword in the stone is mine to draw", key, value))
                .registration();
    }

    @Test
    void isOpenToAllByDefault() {
        assertThat(with("usher.registration.mode", "")).isEqualTo(new Registration(true, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Open", "true", "invite", "open,closed"})
    void isOpenOrClosed(String mode) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("usher.registration.mode", mode))
                .withMessageContaining("usher.registration.mode must be open or closed");
    }

    @ParameterizedTest
    @CsvSource({
        "Camelot.BT, camelot.bt",
        "' a.bt ,, b.bt', 'a.bt, b.bt'",
        "bücher.example, xn--bcher-kva.example",
    })
    void knowsDomainsAsAddressesHaveThem(String text, String domains) {
        assertThat(String.join(", ", with("usher.registration.domains", text).domains()))
                .isEqualTo(domains);
    }

    /** One that no address can have would shut everybody out; none at all, but a comma, would let everybody in. */
    @ParameterizedTest
    @ValueSource(
            strings = {"@camelot.bt", "galahad@camelot.bt", "*.camelot.bt", "camelot", "camelot.local", ",", " , "})
    void refusesDomainsThatAreNone(String domains) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("usher.registration.domains", domains))
                .withMessageContaining("usher.registration.domains");
    }
}
