package dev.usher.rest;

import dev.usher.rest.json.InvalidRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers bodies that are refused. */
final class InvalidRequestMapper implements ExceptionMapper<InvalidRequest> {

    private final Responses responses;

    InvalidRequestMapper(Responses responses) {
        this.responses = responses;
    }

    @Override
    public Response toResponse(InvalidRequest refusal) {
        return responses.invalid(refusal.violations());
    }
}
