package dev.usher.rest;

import dev.usher.ErrorCode;
import dev.usher.UsersException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Answers refusals of use cases. What lies beneath an outage is logged here, and nowhere sent; an overload in one line
 * each, so that it does not become one of the log as well.
 */
final class UsersExceptionMapper implements ExceptionMapper<UsersException> {

    private static final System.Logger LOG = System.getLogger("dev.usher.rest");

    private final Responses responses;

    UsersExceptionMapper(Responses responses) {
        this.responses = responses;
    }

    @Override
    public Response toResponse(UsersException refusal) {
        if (refusal.code() == ErrorCode.SERVICE_UNAVAILABLE) {
            logOutage(refusal.getCause());
        }
        return responses.refusal(refusal);
    }

    private static void logOutage(@Nullable Throwable cause) {
        if (cause == null || cause instanceof RejectedExecutionException) {
            LOG.log(
                    Level.WARNING,
                    "answered 503: {0}",
                    cause == null ? "too many came in between" : cause.getMessage());
        } else {
            LOG.log(Level.WARNING, "answered 503", cause);
        }
    }
}
