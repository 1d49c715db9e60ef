package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.UsherConfig;
import dev.usher.oauth.OAuthProviders;
import dev.usher.rest.json.JsonFormat;
import dev.usher.roundtable.RoundTable;
import dev.usher.roundtable.RoundTableServer;
import jakarta.validation.Validation;
import jakarta.ws.rs.core.Feature;
import java.util.List;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An application that mounts what it has not all the parts for does not start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MissingPartsTest {

    private final RoundTableServer server = new RoundTableServer();

    @AfterAll
    void stop() {
        server.close();
    }

    private void start(Class<?> resource, @Nullable OAuthProviders providers) {
        ApplicationParts parts = new ApplicationParts(
                server.manager(), server.tokens(), server.get(AuthenticationBackends.class), null, providers, null);
        JsonFormat json =
                new JsonFormat(Validation.buildDefaultValidatorFactory().getValidator());
        UsherRuntime runtime =
                new UsherRuntime(parts, server.get(UsherConfig.class), json, server.get(RequestState.class));
        new ApplicationHandler(new ResourceConfig(resource).register((Feature) context -> {
            runtime.register(context);
            return true;
        }));
    }

    @Test
    void aListNeedsAListing() {
        assertThatThrownBy(() -> start(RoundTable.Roll.class, null)).hasMessageContaining("UserListing");
    }

    @Test
    void signingInAtProvidersNeedsThem() {
        for (Class<?> resource : List.of(RoundTable.Portal.class, RoundTable.Bond.class)) {
            assertThatThrownBy(() -> start(resource, null)).hasMessageContaining("needs OAuthProviders");
        }
    }

    @Test
    void signingInAtProvidersNeedsWhereToKeepTheAccounts() {
        OAuthProviders providers = server.get(OAuthProviders.class);
        for (Class<?> resource : List.of(RoundTable.Portal.class, RoundTable.Bond.class)) {
            assertThatThrownBy(() -> start(resource, providers)).hasMessageContaining("needs an OAuthAccountDatabase");
        }
    }
}
