package dev.usher.castle.local;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;

/** Lets each request have its beans of {@code @RequestScoped}, as a server does. */
final class InRequestContext extends HttpHandler {

    private final GrizzlyHttpContainer jersey;

    InRequestContext(GrizzlyHttpContainer jersey) {
        this.jersey = jersey;
    }

    @Override
    public void start() {
        jersey.start();
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        Instance<RequestContextController> controllers = CDI.current().select(RequestContextController.class);
        RequestContextController controller = controllers.get();
        controller.activate();
        try {
            jersey.service(request, response);
        } finally {
            controller.deactivate();
            controllers.destroy(controller);
        }
    }

    @Override
    public void destroy() {
        jersey.destroy();
    }
}
