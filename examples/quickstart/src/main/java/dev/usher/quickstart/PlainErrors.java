package dev.usher.quickstart;

import java.net.URISyntaxException;
import org.glassfish.grizzly.http.server.ErrorPageGenerator;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a client sees of a failure in the server: nothing but the status, where Grizzly's own page shows the stack trace.
 * A target that is no URI, such as {@code /%zz}, is the client's mistake, although Jersey fails on it.
 */
final class PlainErrors implements ErrorPageGenerator {

    @Override
    public String generate(
            Request request, int status, String reasonPhrase, String description, @Nullable Throwable failure) {
        if (failure != null && failure.getCause() instanceof URISyntaxException) {
            request.getResponse().setStatus(HttpStatus.BAD_REQUEST_400);
        }
        return "";
    }
}
