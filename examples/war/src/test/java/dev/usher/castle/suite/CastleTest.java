package dev.usher.castle.suite;

import java.io.IOException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every row, on one deployment. */
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init") // set before the first row
class CastleTest
        implements RegisterRows,
                LoginRows,
                CookieRows,
                GuardRows,
                RoleRows,
                OpenApiRows,
                ProfileRows,
                SuperuserRows,
                ErrorRows,
                ProblemRows,
                TransactionRows {

    private static Server.Running server;

    @Deployment(testable = false)
    static WebArchive castle() {
        return Server.current().archive();
    }

    @BeforeAll
    static void start() throws IOException {
        server = Server.current().start();
    }

    @AfterAll
    static void stop() {
        server.end().run();
    }

    @Override
    public Api api() {
        return new Api(server.url());
    }
}
