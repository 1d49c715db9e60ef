package dev.usher.quickstart;

import dev.usher.rest.AuthenticationBackends;
import dev.usher.rest.openapi.UsherOpenApi;
import jakarta.enterprise.inject.spi.CDI;

/** Completes this application's OpenAPI document; named in {@code mp.openapi.filter}. */
public class Documentation extends UsherOpenApi {

    public Documentation() {
        super(
                new Quickstart(),
                () -> CDI.current().select(AuthenticationBackends.class).get());
    }
}
