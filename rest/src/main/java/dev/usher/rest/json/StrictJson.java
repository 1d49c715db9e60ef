package dev.usher.rest.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Reads JSON that has exactly one meaning, and nothing else.
 *
 * <p>Refused beyond RFC 8259's syntax: bytes that are no UTF-8, duplicate keys, anything after the value, more than
 * {@value #MAX_DEPTH} levels, unpaired surrogates, U+0000, and numbers with absurd exponents. Of all these JSON libraries
 * accept some, each its own.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7493">RFC 7493 (I-JSON)</a>
 */
public final class StrictJson {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_SCALE = 400;

    private final JsonProvider provider;
    private final JsonParserFactory parsers;

    public StrictJson() {
        this.provider = JsonProvider.provider();
        this.parsers = provider.createParserFactory(Map.of());
    }

    /**
     * Reads one value.
     *
     * @param utf8 the whole text, not empty
     * @throws InvalidRequest {@code json_invalid}; the message says which rule
     */
    public JsonValue read(byte[] utf8) {
        try (JsonParser parser = parsers.createParser(new StringReader(decode(utf8)))) {
            Reading reading = new Reading(parser);
            JsonValue value = reading.value(parser.next(), 0);
            if (parser.hasNext()) {
                throw refuse("extra");
            }
            return value;
        } catch (JsonException | NoSuchElementException | IllegalStateException | NumberFormatException e) {
            throw refuse("syntax");
        }
    }

    private static String decode(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refuse("utf8");
        }
    }

    /** One pass over the events of one text. Its refusals name no key, because keys are input too. */
    private final class Reading {

        private final JsonParser parser;

        Reading(JsonParser parser) {
            this.parser = parser;
        }

        JsonValue value(JsonParser.Event event, int depth) {
            return switch (event) {
                case START_OBJECT -> object(depth + 1);
                case START_ARRAY -> array(depth + 1);
                case VALUE_STRING -> provider.createValue(checked(parser.getString()));
                case VALUE_NUMBER -> number();
                case VALUE_TRUE -> JsonValue.TRUE;
                case VALUE_FALSE -> JsonValue.FALSE;
                case VALUE_NULL -> JsonValue.NULL;
                case KEY_NAME, END_OBJECT, END_ARRAY -> throw new IllegalStateException("no value starts here");
            };
        }

        private JsonValue object(int depth) {
            requireDepth(depth);
            JsonObjectBuilder object = provider.createObjectBuilder();
            Set<String> keys = new HashSet<>();
            for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_OBJECT; event = parser.next()) {
                String key = checked(parser.getString());
                if (!keys.add(key)) {
                    throw refuse("duplicate");
                }
                object.add(key, value(parser.next(), depth));
            }
            return object.build();
        }

        private JsonValue array(int depth) {
            requireDepth(depth);
            JsonArrayBuilder array = provider.createArrayBuilder();
            for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
                array.add(value(event, depth));
            }
            return array.build();
        }

        private JsonValue number() {
            JsonNumber number = (JsonNumber) parser.getValue();
            if (Math.abs((long) number.bigDecimalValue().scale()) > MAX_SCALE) {
                throw refuse("number");
            }
            return number;
        }

        private void requireDepth(int depth) {
            if (depth > MAX_DEPTH) {
                throw refuse("depth");
            }
        }

        private String checked(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == 0) {
                    throw refuse("nul");
                }
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else if (Character.isSurrogate(c)) {
                    throw refuse("surrogate");
                }
            }
            return text;
        }
    }

    private static InvalidRequest refuse(String rule) {
        return new InvalidRequest(Violation.invalidJson(rule));
    }
}
