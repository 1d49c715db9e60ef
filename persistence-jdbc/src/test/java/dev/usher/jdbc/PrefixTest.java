package dev.usher.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PrefixTest {

    @Nested
    class End {

        @Test
        void isTheFirstTextThatBeginsOtherwise() {
            assertThat(Prefix.end("arthur")).isEqualTo("arthus");
            assertThat(Prefix.end("art_")).isEqualTo("art`");
        }

        @Test
        void skipsSurrogates() {
            assertThat(Prefix.end("\uD7FF")).isEqualTo("\uE000");
            assertThat(Prefix.end("\uFFFF")).isEqualTo("\uD800\uDC00");
        }

        @Test
        void goesOnBeforeTheLastCodePointOfAll() {
            assertThat(Prefix.end("a\uDBFF\uDFFF")).isEqualTo("b");
            assertThat(Prefix.end("\uDBFF\uDFFF")).isNull();
        }
    }
}
