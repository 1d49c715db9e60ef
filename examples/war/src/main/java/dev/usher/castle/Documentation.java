package dev.usher.castle;

import dev.usher.CookieSettings;
import dev.usher.rest.BearerTransport;
import dev.usher.rest.CookieTransport;
import dev.usher.rest.openapi.UsherOpenApi;
import java.util.Map;

/** Completes this application's OpenAPI document; named in {@code mp.openapi.filter}. */
public class Documentation extends UsherOpenApi {

    /** Servers make the document before there are beans and settings, so that what {@link Wiring} says is said again. */
    public Documentation() {
        super(
                new Castle(),
                Map.of("jwt", new BearerTransport(), "cookie", new CookieTransport(CookieSettings.DEFAULTS)));
    }

    @Override
    protected String contextRoot() {
        return "/castle";
    }
}
