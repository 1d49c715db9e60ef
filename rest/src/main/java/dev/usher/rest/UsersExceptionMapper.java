package dev.usher.rest;

import dev.usher.ErrorCode;
import dev.usher.UsersException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers refusals of use cases. What lies beneath an outage is logged here, and nowhere sent. */
final class UsersExceptionMapper implements ExceptionMapper<UsersException> {

    private static final System.Logger LOG = System.getLogger("dev.usher.rest");

    private final Responses responses;

    UsersExceptionMapper(Responses responses) {
        this.responses = responses;
    }

    @Override
    public Response toResponse(UsersException refusal) {
        if (refusal.code() == ErrorCode.SERVICE_UNAVAILABLE) {
            LOG.log(System.Logger.Level.WARNING, "answered 503", refusal.getCause());
        }
        return responses.refusal(refusal);
    }
}
