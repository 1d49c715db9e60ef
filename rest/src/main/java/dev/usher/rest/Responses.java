package dev.usher.rest;

import dev.usher.ErrorCode;
import dev.usher.User;
import dev.usher.UsersException;
import dev.usher.rest.json.JsonFormat;
import dev.usher.rest.json.Violation;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every answer Usher gives, in one place; what its errors look like is said by {@link ErrorBody}. */
final class Responses {

    static final int UNPROCESSABLE = 422;

    private static final int CONTENT_TOO_LARGE = 413;
    private static final String NO_STORE = "no-store";
    private static final String RETRY_AFTER_SECONDS = "1";

    private final JsonFormat json;

    Responses(JsonFormat json) {
        this.json = json;
    }

    /** A view of a user, with the version of her row as its tag; not to be kept by caches. */
    Response view(Status status, User<?> user, Object view) {
        return json(status, view).tag(IfMatch.tag(user)).build();
    }

    /** What is about users, but no one in particular; not to be kept by caches. */
    Response view(Object view) {
        return json(Status.OK, view).build();
    }

    private Response.ResponseBuilder json(Status status, Object view) {
        return Response.status(status)
                .entity(json.write(view))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }

    /** The JSON value {@code null}. */
    Response nothing(Status status) {
        return Response.status(status)
                .entity("null")
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** The answer to a refused use case. */
    Response refusal(UsersException refusal) {
        ErrorBody body =
                ErrorBody.of(refusal.code(), refusal.translatableReason().orElse(null));
        Response.ResponseBuilder response = error(statusOf(refusal.code()), body);
        return refusal.code() == ErrorCode.SERVICE_UNAVAILABLE
                ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build()
                : response.build();
    }

    static int statusOf(ErrorCode code) {
        return switch (code) {
            case REGISTER_INVALID_PASSWORD,
                    REGISTER_USER_ALREADY_EXISTS,
                    REGISTER_NOT_ALLOWED,
                    LOGIN_BAD_CREDENTIALS,
                    LOGIN_USER_NOT_VERIFIED,
                    RESET_PASSWORD_BAD_TOKEN,
                    RESET_PASSWORD_INVALID_PASSWORD,
                    VERIFY_USER_BAD_TOKEN,
                    VERIFY_USER_ALREADY_VERIFIED,
                    UPDATE_USER_EMAIL_ALREADY_EXISTS,
                    UPDATE_USER_INVALID_PASSWORD,
                    UPDATE_USER_LAST_SUPERUSER,
                    DELETE_USER_BAD_PASSWORD,
                    OAUTH_NOT_AVAILABLE_EMAIL,
                    OAUTH_USER_ALREADY_EXISTS,
                    OAUTH_INVALID_STATE,
                    OAUTH_INVALID_CODE,
                    ACCESS_TOKEN_DECODE_ERROR,
                    ACCESS_TOKEN_ALREADY_EXPIRED -> 400;
            case CSRF_REJECTED -> 403;
            case UPDATE_USER_CONFLICT -> 412;
            case OAUTH_PROVIDER_ERROR -> 502;
            case SERVICE_UNAVAILABLE -> 503;
        };
    }

    /** 422 with one entry for each violation. */
    Response invalid(List<Violation> violations) {
        return error(UNPROCESSABLE, ErrorBody.of(violations)).build();
    }

    /**
     * 400 in the words of a provider.
     *
     * @param error null where it has none
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1">RFC 6749 section 4.1.2.1</a>
     */
    Response refusedByProvider(@Nullable String error) {
        return error(400, ErrorBody.ofProvider(error)).build();
    }

    /**
     * 401 with a challenge.
     *
     * @param presented whether there was a token, which is no good then
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750 section 3</a>
     */
    Response unauthorized(boolean presented) {
        String challenge = presented
                ? "Bearer error=\"invalid_token\", error_description=\"The token is malformed, expired or ended\""
                : "Bearer";
        return error(401, ErrorBody.PLAIN)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }

    /** 403 for a user who is known, but is not what the endpoint asks for. */
    Response forbidden() {
        return error(403, ErrorBody.PLAIN)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"")
                .build();
    }

    /** 403 for a cookie that another site made the browser send. */
    Response crossSite() {
        return refusal(new UsersException(ErrorCode.CSRF_REJECTED));
    }

    Response tooLarge() {
        return error(CONTENT_TOO_LARGE, ErrorBody.PLAIN).build();
    }

    private static Response.ResponseBuilder error(int status, ErrorBody body) {
        return Response.status(status).entity(body).type(MediaType.APPLICATION_JSON_TYPE);
    }
}
