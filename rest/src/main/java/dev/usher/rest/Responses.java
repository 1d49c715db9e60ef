package dev.usher.rest;

import dev.usher.ErrorCode;
import dev.usher.UsersException;
import dev.usher.rest.json.JsonFormat;
import dev.usher.rest.json.Violation;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every answer Usher gives, in one place: views, and errors as {@code {"detail": …}}. */
final class Responses {

    static final int UNPROCESSABLE = 422;

    private static final int CONTENT_TOO_LARGE = 413;
    private static final String NO_STORE = "no-store";
    private static final String RETRY_AFTER_SECONDS = "1";

    private final JsonFormat json;

    Responses(JsonFormat json) {
        this.json = json;
    }

    /** A view of a user; not to be kept by caches. */
    Response view(Response.Status status, Object view) {
        return json(status.getStatusCode(), json.write(view))
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .build();
    }

    /** The JSON value {@code null}. */
    Response nothing(Response.Status status) {
        return json(status.getStatusCode(), "null").build();
    }

    /** The answer to a refused use case. */
    Response refusal(UsersException refusal) {
        String code = refusal.code().name();
        Object detail = refusal.reason()
                .<Object>map(reason -> inOrder("code", code, "reason", reason))
                .orElse(code);
        Response.ResponseBuilder response = detail(statusOf(refusal.code()), detail);
        return refusal.code() == ErrorCode.SERVICE_UNAVAILABLE
                ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build()
                : response.build();
    }

    private static int statusOf(ErrorCode code) {
        return switch (code) {
            case REGISTER_INVALID_PASSWORD,
                    REGISTER_USER_ALREADY_EXISTS,
                    LOGIN_BAD_CREDENTIALS,
                    LOGIN_USER_NOT_VERIFIED,
                    RESET_PASSWORD_BAD_TOKEN,
                    RESET_PASSWORD_INVALID_PASSWORD,
                    VERIFY_USER_BAD_TOKEN,
                    VERIFY_USER_ALREADY_VERIFIED -> 400;
            case SERVICE_UNAVAILABLE -> 503;
        };
    }

    /** 422 with one entry for each violation. */
    Response invalid(List<Violation> violations) {
        List<Object> entries = violations.stream()
                .<Object>map(each -> inOrder("type", each.type(), "loc", each.loc(), "msg", each.msg()))
                .toList();
        return detail(UNPROCESSABLE, entries).build();
    }

    /** 401 with the challenge of RFC 6750. */
    Response unauthorized() {
        return detail(401, "Unauthorized")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    Response forbidden() {
        return detail(403, "Forbidden").build();
    }

    Response tooLarge() {
        return detail(CONTENT_TOO_LARGE, "Content Too Large").build();
    }

    /** The body of an error without a code: the reason phrase. */
    byte[] reasonPhrase(Response.StatusType status) {
        return json.write(Map.of("detail", status.getReasonPhrase()));
    }

    private Response.ResponseBuilder detail(int status, Object detail) {
        return json(status, json.write(Map.of("detail", detail)));
    }

    private static Response.ResponseBuilder json(int status, Object entity) {
        return Response.status(status).entity(entity).type(MediaType.APPLICATION_JSON_TYPE);
    }

    private static Map<String, Object> inOrder(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
