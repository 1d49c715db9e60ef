package dev.usher.rest.wiring;

import dev.usher.rest.UsherRuntime;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/**
 * Usher's filters and error answers, to be registered beside the resources an application names. Mounts no endpoint.
 *
 * <p>Everything that can be wrong with the configuration is found here, when the application starts.
 */
@Provider
public final class UsherFeature implements Feature {

    @Override
    public boolean configure(FeatureContext context) {
        CDI.current().select(UsherRuntime.class).get().register(context);
        return true;
    }
}
