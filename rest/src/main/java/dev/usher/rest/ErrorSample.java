package dev.usher.rest;

import dev.usher.ErrorCode;
import dev.usher.Reason;
import dev.usher.rest.json.Violation;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One error just as clients read it, for descriptions of the endpoints. Not for applications.
 *
 * @param name what it is called: its code, or its status where that says all
 * @param json the body in the form of FastAPI Users
 * @param problem the body as RFC 9457 has it
 */
public record ErrorSample(String name, int status, Map<String, Object> json, Map<String, Object> problem) {

    private static final String FOREIGN = "ErrorOfTheProvider";
    private static final Reason REASON = new Reason("It should have at least 8 characters");

    /** A refusal. Where a reason may go with it there is one in the sample. */
    public static ErrorSample of(ErrorCode code) {
        Reason reason =
                switch (code) {
                    case REGISTER_INVALID_PASSWORD, RESET_PASSWORD_INVALID_PASSWORD, UPDATE_USER_INVALID_PASSWORD ->
                        REASON;
                    default -> null;
                };
        return of(code.name(), Responses.statusOf(code), ErrorBody.of(code, reason));
    }

    /** An error that its status says all about. */
    public static ErrorSample of(int status) {
        Object phrase = ErrorBody.PLAIN.json(statusType(status), Locale.ENGLISH).get("detail");
        return of(String.valueOf(phrase).replace(" ", ""), status, ErrorBody.PLAIN);
    }

    /** A refusal in the words of a provider, which are not of Usher's choosing. */
    public static ErrorSample ofProvider() {
        return of(FOREIGN, 400, ErrorBody.ofProvider("access_denied"));
    }

    /** Whether others than these words can stand in its place. */
    public boolean isForeign() {
        return name.equals(FOREIGN);
    }

    /** A request that is not valid. */
    public static ErrorSample invalid() {
        List<Violation> violations =
                List.of(Violation.missing("email"), Violation.badValue("password", "{dev.usher.too-long}"));
        return of("Invalid", Responses.UNPROCESSABLE, ErrorBody.of(violations));
    }

    private static ErrorSample of(String name, int status, ErrorBody body) {
        StatusType type = statusType(status);
        return new ErrorSample(name, status, body.json(type, Locale.ENGLISH), body.problem(type, Locale.ENGLISH));
    }

    private static StatusType statusType(int status) {
        StatusType known = Status.fromStatusCode(status);
        return known == null ? new Unnamed(status) : known;
    }

    /** A status that Jakarta REST 3.1 has no name for. */
    private record Unnamed(int status) implements StatusType {

        @Override
        public int getStatusCode() {
            return status;
        }

        @Override
        public Family getFamily() {
            return Family.familyOf(status);
        }

        @Override
        public String getReasonPhrase() {
            return "Status " + status;
        }
    }
}
