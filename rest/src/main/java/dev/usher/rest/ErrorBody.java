package dev.usher.rest;

import dev.usher.ErrorCode;
import dev.usher.Reason;
import dev.usher.rest.json.Violation;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error before it is known how the client wants to read it: as {@code {"detail": …}}, or as a problem of RFC 9457.
 *
 * @param code null where the reason phrase of the status says all
 * @param reason why a policy refuses; null if there is nothing to say
 * @param violations what is wrong with the request; empty if something else is
 * @param foreign the code of somebody else whose error it is; null if it is ours
 */
record ErrorBody(
        @Nullable ErrorCode code,
        @Nullable Reason reason,
        List<Violation> violations,
        @Nullable String foreign) {

    /** An error that its status says all about. */
    static final ErrorBody PLAIN = new ErrorBody(null, null, List.of(), null);

    static ErrorBody of(ErrorCode code, @Nullable Reason reason) {
        return new ErrorBody(code, reason, List.of(), null);
    }

    /** An error of a provider. */
    static ErrorBody ofProvider(@Nullable String error) {
        return new ErrorBody(null, null, List.of(), error);
    }

    static ErrorBody of(List<Violation> violations) {
        return new ErrorBody(null, null, violations, null);
    }

    /** In the form of FastAPI Users. */
    Map<String, Object> json(StatusType status, Locale locale) {
        if (!violations.isEmpty()) {
            return Map.of("detail", entries(locale));
        }
        if (code == null) {
            return Map.of("detail", foreign == null ? phrase(status) : foreign);
        }
        return Map.of(
                "detail",
                reason == null ? code.name() : inOrder("code", code.name(), "reason", Messages.text(reason, locale)));
    }

    /**
     * As a problem.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9457#section-3">RFC 9457 section 3</a>
     */
    Map<String, Object> problem(StatusType status, Locale locale) {
        Map<String, Object> problem =
                inOrder("type", "about:blank", "title", phrase(status), "status", status.getStatusCode());
        if (code != null) {
            problem.put(
                    "detail",
                    reason == null ? Messages.text("{dev.usher." + code + "}", locale) : Messages.text(reason, locale));
            problem.put("code", code.name());
        }
        if (foreign != null) {
            problem.put("detail", foreign);
            problem.put("code", foreign);
        }
        if (!violations.isEmpty()) {
            problem.put("detail", Messages.text("{dev.usher.invalid}", locale));
            problem.put("errors", entries(locale));
        }
        return problem;
    }

    /** As RFC 9110 has it, also where the runtime knows none, or an older one. */
    private static String phrase(StatusType status) {
        return switch (status.getStatusCode()) {
            case 413 -> "Content Too Large";
            case 422 -> "Unprocessable Content";
            default -> status.getReasonPhrase();
        };
    }

    private List<Map<String, Object>> entries(Locale locale) {
        return violations.stream()
                .map(each -> inOrder("type", each.type(), "loc", each.loc(), "msg", Messages.text(each.msg(), locale)))
                .toList();
    }

    static Map<String, Object> inOrder(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
