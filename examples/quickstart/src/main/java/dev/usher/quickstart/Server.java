package dev.usher.quickstart;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.AccessTokens;
import dev.usher.schema.SchemaCheck;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.jboss.weld.environment.se.Weld;

/** The running service: a CDI container (Weld) with Jakarta REST (Jersey) on an HTTP server (Grizzly) in front. */
final class Server implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("dev.usher.quickstart");

    /** More than may wait for a password hash, so that other requests always find a thread. */
    private static final int WORKERS = 256;

    private static final int CORE_WORKERS = 16;

    private static final int MAX_PORT = 65_535;

    private static final int GRACE_SECONDS = 5;

    private final SeContainer container;
    private final HttpServer http;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "purge");
        thread.setDaemon(true);
        return thread;
    });

    private Server(SeContainer container, HttpServer http) {
        this.container = container;
        this.http = http;
    }

    static Server start() throws IOException {
        Config config = ConfigProvider.getConfig();
        String host = config.getValue("server.host", String.class);
        int port = port(config);
        SeContainer container = new Weld().skipShutdownHook().initialize();
        try {
            HikariDataSource dataSource =
                    container.select(HikariDataSource.class).get();
            Storage.MEMBERS.createTables(dataSource);
            schemaCheck(config).run(dataSource, Storage.MEMBERS.schema());
            Server server = new Server(container, listen(URI.create("http://" + host + ":" + port + "/")));
            container.select(DevMailbox.class).get().publicUrl(server.url());
            AccessTokens<?, ?> tokens =
                    container.select(new TypeLiteral<AccessTokens<?, ?>>() {}).get();
            var unused = server.timer.scheduleWithFixedDelay(() -> purge(tokens), 1, 60, TimeUnit.MINUTES);
            return server;
        } catch (IOException | RuntimeException e) {
            container.close();
            throw e;
        }
    }

    /** A failure must not end the timer: the next hour tries again. */
    private static void purge(AccessTokens<?, ?> tokens) {
        try {
            tokens.purgeExpired();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "expired tokens are not purged this time", e);
        }
    }

    private static SchemaCheck schemaCheck(Config config) {
        String mode =
                config.getOptionalValue("usher.schema.check", String.class).orElse("fail");
        return Arrays.stream(SchemaCheck.values())
                .filter(each -> each.name().equalsIgnoreCase(mode))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("usher.schema.check is fail, warn or off, not '" + mode + "'"));
    }

    private static int port(Config config) {
        return config.getOptionalValue("server.port", Integer.class)
                .filter(port -> port >= 0 && port <= MAX_PORT)
                .orElseThrow(() -> new IllegalArgumentException(
                        "server.port must be a number from 1 to " + MAX_PORT + ", or 0 for any free port"));
    }

    private static HttpServer listen(URI uri) throws IOException {
        Application application = new Quickstart();
        ResourceConfig jersey =
                ResourceConfig.forApplication(application).property(ServerProperties.WADL_FEATURE_DISABLE, true);
        HttpServer http = GrizzlyHttpServerFactory.createHttpServer(uri, jersey, false);
        http.getServerConfiguration().setDefaultErrorPageGenerator(new PlainErrors());
        // a user deletes her account by DELETE with her password
        http.getServerConfiguration().setAllowPayloadForUndefinedHttpMethods(true);
        for (NetworkListener listener : http.getListeners()) {
            listener.registerAddOn(new IgnoreUpgrade());
            listener.getTransport()
                    .setWorkerThreadPoolConfig(ThreadPoolConfig.defaultConfig()
                            .setPoolName("http")
                            .setCorePoolSize(CORE_WORKERS)
                            .setMaxPoolSize(WORKERS));
        }
        try {
            http.start();
        } catch (BindException e) {
            throw (IOException) new BindException(uri.getHost() + ":" + uri.getPort()).initCause(e);
        }
        return http;
    }

    /** Where the service listens. */
    String url() {
        NetworkListener listener = http.getListeners().iterator().next();
        return "http://" + listener.getHost() + ":" + listener.getPort();
    }

    /** Takes no more requests, finishes the running ones, lets waiting mail out, and closes the database. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            http.shutdown(GRACE_SECONDS, TimeUnit.SECONDS).get();
        } catch (ExecutionException e) {
            http.shutdownNow();
        } catch (InterruptedException e) {
            http.shutdownNow();
            Thread.currentThread().interrupt();
        }
        container.close();
    }
}
