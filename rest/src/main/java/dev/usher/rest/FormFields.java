package dev.usher.rest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The fields of {@code application/x-www-form-urlencoded}; of a repeated one the last counts. */
final class FormFields {

    private FormFields() {}

    static Map<String, String> of(InputStream form) throws IOException {
        return of(new String(form.readAllBytes(), StandardCharsets.UTF_8));
    }

    static Map<String, String> of(String form) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
