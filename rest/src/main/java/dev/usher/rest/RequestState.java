package dev.usher.rest;

import dev.usher.rest.json.RequestBody;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the filters found out about one request, for the resource. One instance for each request; not for applications. */
public class RequestState {

    private RequestBody body = RequestBody.ABSENT;
    private @Nullable Authentication authentication;

    RequestBody body() {
        return body;
    }

    void body(RequestBody body) {
        this.body = body;
    }

    Optional<Authentication> authentication() {
        return Optional.ofNullable(authentication);
    }

    void authentication(Authentication authentication) {
        this.authentication = authentication;
    }
}
