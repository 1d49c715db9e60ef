package dev.usher.castle;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;

/** Logs what nobody expected, and tells the client nothing of it. Without this, some servers tell. */
@Provider
public class Failures implements ExceptionMapper<Exception> {

    private static final System.Logger LOG = System.getLogger(Failures.class.getName());

    @Override
    public Response toResponse(Exception failure) {
        if (failure instanceof WebApplicationException intended) {
            return intended.getResponse();
        }
        LOG.log(Level.ERROR, "answered 500", failure);
        return Response.serverError().build();
    }
}
