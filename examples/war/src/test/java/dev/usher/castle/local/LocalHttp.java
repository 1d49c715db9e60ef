package dev.usher.castle.local;

import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.glassfish.grizzly.http.server.HttpHandlerRegistration;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.filter.RolesAllowedDynamicFeature;

/** Applications on HTTP, where no server would put them there. */
public final class LocalHttp implements AutoCloseable {

    private final HttpServer http = GrizzlyHttpServerFactory.createHttpServer(URI.create("http://localhost:0/"), false);

    /** @param applications path to application */
    public LocalHttp(Map<String, Application> applications) throws IOException {
        applications.forEach((path, application) -> http.getServerConfiguration()
                .addHttpHandler(
                        new InRequestContext(ContainerFactory.createContainer(
                                GrizzlyHttpContainer.class,
                                ResourceConfig.forApplication(application)
                                        .register(RolesAllowedDynamicFeature.class)
                                        .property(ServerProperties.WADL_FEATURE_DISABLE, true))),
                        HttpHandlerRegistration.builder()
                                .contextPath(path)
                                .urlPattern("")
                                .build()));
        http.getServerConfiguration().setAllowPayloadForUndefinedHttpMethods(true);
        http.start();
    }

    public int port() {
        return http.getListeners().iterator().next().getPort();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
