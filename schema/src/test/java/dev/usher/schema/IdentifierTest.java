package dev.usher.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

    @Nested
    class Name {

        @ParameterizedTest
        @ValueSource(strings = {"users", "my \"users\"", "Größe", "select", "a; DROP TABLE users --", "'%s'"})
        void mayBeAnythingThatIsVisible(String name) {
            assertThat(new Identifier(name).name()).isEqualTo(name);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a\0b", "a\nb", "\u007f", "\u0085", "\uD800", "\uDC00x"})
        void hasNoControlCharactersAndNoBrokenSurrogates(String name) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Identifier(name));
        }

        @Test
        void hasAtMost63BytesOfUtf8() {
            assertThat(new Identifier("x".repeat(63)).name()).hasSize(63);
            assertThat(new Identifier("ü".repeat(31) + "x").name()).hasSize(32);
            assertThatIllegalArgumentException().isThrownBy(() -> new Identifier("x".repeat(64)));
            assertThatIllegalArgumentException().isThrownBy(() -> new Identifier("ü".repeat(32)));
        }
    }

    @Nested
    class Quoted {

        @Test
        void doublesQuotes() {
            assertThat(new Identifier("my \"users\"").quoted()).isEqualTo("\"my \"\"users\"\"\"");
        }

        @Test
        void qualifiesAColumnByItsTable() {
            assertThat(new Identifier("users").quoted(new Identifier("id"))).isEqualTo("\"users\".\"id\"");
        }
    }

    @Nested
    class Derived {

        @Test
        void appendsTheEnding() {
            assertThat(new Identifier("users").derived("_email_key").name()).isEqualTo("users_email_key");
        }

        @Test
        void cutsALongNameAndKeepsItApart() {
            Identifier table = new Identifier("ü".repeat(31));

            Identifier key = table.derived("_email_key");
            Identifier check = table.derived("_is_active_check");

            assertThat(key).isNotEqualTo(check).isNotEqualTo(new Identifier("ü".repeat(30)).derived("_email_key"));
        }
    }
}
