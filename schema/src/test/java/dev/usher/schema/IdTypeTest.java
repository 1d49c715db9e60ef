package dev.usher.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTypeTest {

    private static final String CANONICAL = "0e8400e2-9b41-4d4a-a716-446655440000";

    @Nested
    class ParseUuid {

        @Test
        void takesTheCanonicalFormInAnyCase() {
            assertThat(IdType.UUID.parse(CANONICAL)).contains(UUID.fromString(CANONICAL));
            assertThat(IdType.UUID.parse("0E8400E2-9B41-4D4A-A716-446655440000"))
                    .contains(UUID.fromString(CANONICAL));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "1-1-1-1-1",
                    "0e8400e29b414d4aa716446655440000",
                    "{0e8400e2-9b41-4d4a-a716-446655440000}",
                    " 0e8400e2-9b41-4d4a-a716-446655440000",
                    "0e8400e2-9b41-4d4a-a716-446655440000\n",
                    "0e8400e2-9b41-4d4a-a716-44665544000g",
                    "٠e8400e2-9b41-4d4a-a716-446655440000"
                })
        void refusesEveryOtherSpelling(String text) {
            assertThat(IdType.UUID.parse(text)).isEmpty();
        }
    }

    @Nested
    class ParseLong {

        @Test
        void takesDecimalDigits() {
            assertThat(IdType.LONG.parse("0")).contains(0L);
            assertThat(IdType.LONG.parse("42")).contains(42L);
            assertThat(IdType.LONG.parse("9223372036854775807")).contains(Long.MAX_VALUE);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "-1",
                    "+1",
                    "01",
                    "00",
                    " 1",
                    "1 ",
                    "1\n",
                    "1.0",
                    "1e3",
                    "0x1",
                    "١",
                    "9223372036854775808"
                })
        void refusesEveryOtherSpelling(String text) {
            assertThat(IdType.LONG.parse(text)).isEmpty();
        }
    }

    @Nested
    class ParseString {

        @ParameterizedTest
        @ValueSource(strings = {"arthur", "Лена", "a/b c", "😀", "null"})
        void takesTextAsItIs(String text) {
            assertThat(IdType.STRING.parse(text)).contains(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a\0", "a\tb", "\u0085", "\uD83D", "x\uDE00"})
        void refusesWhatNoEngineKeeps(String text) {
            assertThat(IdType.STRING.parse(text)).isEmpty();
        }

        @Test
        void refusesMoreThan255Characters() {
            assertThat(IdType.STRING.parse("x".repeat(255))).isPresent();
            assertThat(IdType.STRING.parse("x".repeat(256))).isEmpty();
        }
    }

    @Nested
    class NewId {

        @Test
        void isARandomUuid() {
            assertThat(IdType.UUID.newId().version()).isEqualTo(4);
            assertThat(IdType.UUID.newId()).isNotEqualTo(IdType.UUID.newId());
        }

        @Test
        void isNotMadeHereForLongAndString() {
            assertThatIllegalStateException().isThrownBy(IdType.LONG::newId).withMessageContaining("database");
            assertThatIllegalStateException()
                    .isThrownBy(IdType.STRING::newId)
                    .withMessageContaining("before the insert");
        }
    }
}
