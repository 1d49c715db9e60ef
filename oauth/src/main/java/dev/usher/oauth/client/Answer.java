package dev.usher.oauth.client;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

/**
 * What a provider answered.
 *
 * @param from the address that was asked, without its query
 */
record Answer(String from, int status, String body) {

    private static final int OK = 200;
    private static final int CLIENT_ERRORS_END = 500;

    /** This answer. Fails for any status but 200. */
    Answer good() {
        if (status != OK) {
            throw Failures.failed(from + " answers " + status);
        }
        return this;
    }

    boolean isServersFault() {
        return status >= CLIENT_ERRORS_END;
    }

    Map<String, Object> object() {
        try {
            return present(JSONObjectUtils.parse(body));
        } catch (ParseException e) {
            throw Failures.failed(from + " answers " + status + " and no JSON object");
        }
    }

    List<Object> array() {
        try {
            return present(JSONArrayUtils.parse(body));
        } catch (ParseException e) {
            throw Failures.failed(from + " answers " + status + " and no JSON array");
        }
    }

    /** The parser takes {@code null} for an object, and gives it. */
    private static <T> T present(T parsed) throws ParseException {
        if (parsed == null) {
            throw new ParseException("null", 0);
        }
        return parsed;
    }

    @Override
    public String toString() {
        return "Answer[from=" + from + ", status=" + status + ", body=redacted]";
    }
}
