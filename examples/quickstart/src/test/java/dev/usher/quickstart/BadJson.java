package dev.usher.quickstart;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Bodies that no endpoint may accept, by what is wrong with them. Each contains a password that must not come back. */
final class BadJson {

    /** Nothing else contains this, so that wherever it turns up, a password has leaked. */
    static final String MARKER = "Sword-1n-The-St0ne";

    /** The members of every endpoint's body, all well. */
    static final String MEMBERS = "\"email\":\"mordred@camelot.bt\",\"token\":\"none\",\"password\":\"" + MARKER + "\"";

    private static final String GOOD = "{" + MEMBERS + "}";

    private BadJson() {}

    /** What is no JSON, or JSON with more than one meaning: {@code json_invalid}. */
    static Map<String, byte[]> malformed() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        BiConsumer<String, String> text = (what, json) -> bodies.put(what, utf8(json));
        text.accept("blanks only", " \r\n\t ");
        text.accept("no JSON at all", MARKER);
        text.accept("a form", "email=mordred%40camelot.bt&password=" + MARKER);
        text.accept("an open object", "{" + MEMBERS);
        text.accept("an open text", "{\"password\":\"" + MARKER);
        text.accept("a trailing comma", "{" + MEMBERS + ",}");
        text.accept("single quotes", GOOD.replace('"', '\''));
        text.accept("a comment", "{/* " + MARKER + " */" + MEMBERS + "}");
        text.accept("a line break in a text", "{" + MEMBERS + ",\"x\":\"a\nb\"}");
        text.accept("a wrong escape", "{" + MEMBERS + ",\"x\":\"\\x41\"}");
        text.accept("a leading zero", "{" + MEMBERS + ",\"x\":007}");
        text.accept("NaN", "{" + MEMBERS + ",\"x\":NaN}");
        text.accept("infinity", "{" + MEMBERS + ",\"x\":-Infinity}");
        text.accept("a huge exponent", "{" + MEMBERS + ",\"x\":1e999999999}");
        text.accept("a tiny exponent", "{" + MEMBERS + ",\"x\":1e-999999999}");
        text.accept("an exponent beyond numbers", "{" + MEMBERS + ",\"x\":1e99999999999999999999}");
        text.accept("one key twice", "{" + MEMBERS + ",\"password\":\"" + MARKER + "\"}");
        text.accept("one key twice, once escaped", "{" + MEMBERS + ",\"\\u0070assword\":\"" + MARKER + "\"}");
        text.accept("one key twice, further down", "{" + MEMBERS + ",\"x\":[{\"y\":1,\"y\":2}]}");
        text.accept("a second object", GOOD + GOOD);
        text.accept("trailing text", GOOD + " " + MARKER);
        text.accept("a trailing brace", GOOD + "}");
        text.accept("a trailing NUL", GOOD + "\0");
        text.accept("a thousand arrays", "{" + MEMBERS + ",\"x\":" + "[".repeat(1000) + "]".repeat(1000) + "}");
        text.accept("a thousand objects", "{\"x\":".repeat(1000) + GOOD + "}".repeat(1000));
        text.accept("thirty thousand open arrays", "[".repeat(30_000));
        text.accept("an escaped NUL", "{" + MEMBERS + ",\"x\":\"a\\u0000b\"}");
        text.accept("an escaped NUL in a key", "{" + MEMBERS + ",\"a\\u0000b\":1}");
        text.accept("a raw NUL", "{" + MEMBERS + ",\"x\":\"a\0b\"}");
        text.accept("an unpaired high surrogate", "{" + MEMBERS + ",\"x\":\"\\ud83e\"}");
        text.accept("an unpaired low surrogate", "{" + MEMBERS + ",\"x\":\"\\udd99\"}");
        text.accept("surrogates in the wrong order", "{" + MEMBERS + ",\"x\":\"\\udd99\\ud83e\"}");
        text.accept("an unpaired surrogate in a key", "{" + MEMBERS + ",\"\\ud83e\":1}");
        bodies.put("a byte that is no UTF-8", around(0xFF));
        bodies.put("an overlong NUL", around(0xC0, 0x80));
        bodies.put("a surrogate in UTF-8", around(0xED, 0xA0, 0x80));
        bodies.put("half a character", around(0xC3));
        bodies.put("ISO 8859-1", ("{" + MEMBERS + ",\"x\":\"\u00E9\"}").getBytes(StandardCharsets.ISO_8859_1));
        bodies.put("UTF-16", GOOD.getBytes(StandardCharsets.UTF_16));
        return bodies;
    }

    /** What is JSON, but no object: {@code model_attributes_type}. */
    static List<String> notObjects() {
        return List.of(
                "[]", "[" + GOOD + "]", "\"" + MARKER + "\"", "\"\"", "null", "true", "0", "12345678901234567890");
    }

    /** What is no text, where text belongs: {@code string_type}. */
    static List<String> notTexts() {
        return List.of(
                "null",
                "12345678901234567890",
                "7",
                "-1.5e3",
                "true",
                "{\"a\":\"" + MARKER + "\"}",
                "[\"" + MARKER + "\"]");
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A good body with a text of these bytes in it. */
    private static byte[] around(int... bytes) {
        byte[] before = utf8("{" + MEMBERS + ",\"x\":\"");
        byte[] after = utf8("\"}");
        byte[] all = new byte[before.length + bytes.length + after.length];
        System.arraycopy(before, 0, all, 0, before.length);
        for (int i = 0; i < bytes.length; i++) {
            all[before.length + i] = (byte) bytes[i];
        }
        System.arraycopy(after, 0, all, before.length + bytes.length, after.length);
        return all;
    }
}
