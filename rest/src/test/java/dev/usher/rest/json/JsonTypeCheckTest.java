package dev.usher.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent is what is meant: no field takes what only looks like its type. */
class JsonTypeCheckTest {

    private static final int LEVELS = 30;

    private final ValidatorFactory validation = Validation.buildDefaultValidatorFactory();
    private final JsonFormat json = new JsonFormat(validation.getValidator());

    @AfterEach
    void close() {
        validation.close();
    }

    enum Rank {
        SQUIRE,
        KNIGHT
    }

    /** Money, as "12 pence". */
    public record Purse(int pence) {}

    /** Reads it. */
    public static final class PurseReader implements JsonbAdapter<Purse, String> {
        @Override
        public String adaptToJson(Purse purse) {
            return purse.pence() + " pence";
        }

        @Override
        public Purse adaptFromJson(String text) {
            return new Purse(Integer.parseInt(text.substring(0, text.indexOf(' '))));
        }
    }

    /** A castle. */
    public static class Castle {
        public boolean moated;
        public @Nullable Boolean haunted;
        public int towers;
        public @Nullable String name;
        public @Nullable Castle next;

        @JsonbProperty("lordOfIt")
        public @Nullable Rank lord;
    }

    /** A quest, with a field of each kind. */
    @SuppressWarnings("rawtypes")
    public static class Quest {
        public @Nullable Byte b;
        public short s;
        public @Nullable Integer i;
        public int p;
        public @Nullable Long l;
        public @Nullable BigInteger whole;
        public @Nullable Float f;
        public @Nullable Double d;
        public @Nullable BigDecimal decimal;
        public @Nullable Number number;
        public @Nullable Character c;
        public @Nullable Duration time;
        public @Nullable Rank rank;
        public @Nullable LocalDate date;
        public @Nullable UUID id;
        public @Nullable List<String> names;
        public @Nullable List<Integer> numbers;
        public @Nullable Set<Rank> ranks;
        public @Nullable List<List<? extends Long>> deep;
        public int @Nullable [] array;
        public List<Integer> @Nullable [] lists;
        public @Nullable Map<String, Integer> map;
        public @Nullable Map<String, List<Castle>> castles;
        public @Nullable Castle castle;
        public @Nullable List raw;
        public @Nullable Map rawMap;
        public @Nullable Object anything;
        public @Nullable JsonValue jsonValue;
        public @Nullable JsonObject jsonObject;
        public Optional<Integer> perhaps = Optional.empty();
        public OptionalInt perhapsInt = OptionalInt.empty();

        @JsonbTypeAdapter(PurseReader.class)
        public @Nullable Purse purse;

        @NotNullIfSent
        public @Nullable Integer never;
    }

    private List<Violation> violations(String field, String value) {
        byte[] body = "{\"%s\":%s}".formatted(field, value).getBytes(StandardCharsets.UTF_8);
        List<Violation> violations = new ArrayList<>();
        json.bodyType(Quest.class).read(json.reader().read(body).asJsonObject(), violations);
        return violations;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            b | -128
            b | 127
            s | 32767
            i | 12
            i | -2147483648
            i | null
            p | 0
            l | 9223372036854775807
            whole | 123456789012345678901234567890
            f | 1.5
            f | 3
            d | -0.1
            d | 1e300
            d | 12
            decimal | 1e300
            decimal | 0.1
            number | 7
            c | "a"
            time | "PT12H"
            rank | "KNIGHT"
            rank | null
            date | "2024-02-29"
            id | "123e4567-e89b-12d3-a456-426614174000"
            names | []
            names | ["1","true"]
            numbers | [1,2]
            ranks | ["SQUIRE"]
            deep | [[1],[]]
            array | [1]
            lists | [[1],[2]]
            map | {}
            map | {"a":1,"b":null}
            castles | {"a":[{"towers":1}]}
            castle | {"moated":true,"haunted":null,"name":"1","next":{"towers":2},"lordOfIt":"KNIGHT"}
            castle | {"unknown":[1,"2"],"lord":1}
            castle | {}
            raw | [1,null,"a"]
            raw_map | {"a":[null]}
            anything | [1,"2"]
            json_value | 1
            json_object | {"a":1}
            perhaps | 1
            perhaps | null
            perhaps_int | 1
            purse | "12 pence"
            unknown | [{}]
            """)
    void takes(String field, String value) {
        assertThat(violations(field, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            b | 128
            b | -129
            s | 32768
            i | "12"
            i | 12.7
            i | 12.0
            i | 1e3
            i | 99999999999
            i | 2147483648
            i | true
            i | [1]
            i | {}
            p | "1"
            p | null
            l | 1e30
            l | 9223372036854775808
            l | 0.5
            whole | "1"
            whole | 1.5
            f | 1e39
            f | "1"
            d | "NaN"
            d | "Infinity"
            d | 1e309
            d | "1.5"
            decimal | "1"
            number | "1"
            c | "abc"
            c | ""
            c | 97
            time | 12
            rank | 1
            rank | "KING"
            rank | true
            date | 20240229
            date | "yesterday"
            id | 1
            id | "x"
            names | [1,true]
            names | ["a",null]
            names | "a"
            names | {}
            numbers | [1.5]
            numbers | ["1"]
            ranks | [0]
            deep | [[1],["2"]]
            deep | [1]
            array | ["1"]
            array | [null]
            array | 1
            lists | [["1"]]
            map | []
            map | "a"
            map | {"a":"1"}
            map | {"a":1.5}
            castles | {"a":{}}
            castles | {"a":[{"towers":"1"}]}
            castle | []
            castle | "a"
            castle | {"moated":"true"}
            castle | {"moated":1}
            castle | {"moated":null}
            castle | {"haunted":"true"}
            castle | {"haunted":1}
            castle | {"name":1}
            castle | {"towers":1.5}
            castle | {"next":{"next":{"haunted":"false"}}}
            castle | {"lordOfIt":1}
            raw | {}
            raw_map | []
            json_object | []
            perhaps | "1"
            perhaps_int | 1.5
            purse | "twelve"
            """)
    void refuses(String field, String value) {
        assertThat(violations(field, value))
                .extracting(Violation::type, Violation::loc, Violation::msg)
                .containsExactly(tuple("value_error", List.of("body", field), "{dev.usher.type}"));
    }

    @Test
    void refusesANullThatMustNotBeSent() {
        assertThat(violations("never", "null"))
                .extracting(Violation::type, Violation::msg)
                .containsExactly(tuple("value_error", "{dev.usher.null}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1\""})
    void looksAsDeepAsABodyMayBe(String towers) {
        String castle = "{\"next\":".repeat(LEVELS) + "{\"towers\":" + towers + "}" + "}".repeat(LEVELS);
        assertThat(violations("castle", castle)).hasSize(towers.equals("1") ? 0 : 1);
    }

    @Test
    void tellsOfEachFieldOnce() {
        assertThat(violations("numbers", "[\"1\",\"2\"],\"i\":\"3\",\"d\":1"))
                .extracting(Violation::loc)
                .containsExactly(List.of("body", "i"), List.of("body", "numbers"));
    }
}
