package dev.usher.rest;

import dev.usher.rest.json.RequestBody;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the filters found out about one request, for the resource. One instance for each request; not for applications. */
public class RequestState {

    private RequestBody body = RequestBody.ABSENT;
    private @Nullable Authentication authentication;
    private @Nullable ContainerRequestContext request;

    /** The language for messages, as the client asked for; English if it did not. */
    public Locale locale() {
        return request == null ? Locale.ENGLISH : Messages.locale(request);
    }

    RequestBody body() {
        return body;
    }

    void body(RequestBody body) {
        this.body = body;
    }

    ContainerRequestContext request() {
        if (request == null) {
            throw new IllegalStateException("there is no request of Usher's here");
        }
        return request;
    }

    void request(ContainerRequestContext request) {
        this.request = request;
    }

    Optional<Authentication> authentication() {
        return Optional.ofNullable(authentication);
    }

    void authentication(Authentication authentication) {
        this.authentication = authentication;
    }
}
