package dev.usher.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;

/** Starts the service, and stops it cleanly at Ctrl-C. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws Exception {
        configureLogging();
        try {
            Server server = Server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
            greet(server.url());
            Thread.currentThread().join();
        } catch (RuntimeException | IOException e) {
            System.err.println("The quickstart cannot start: " + StartupProblem.explain(e));
            System.exit(1);
        }
    }

    private static void greet(String url) {
        System.out.printf("""

                Usher listens on %1$s. Stop it with Ctrl-C. Try:

                  curl -i %1$s/auth/register -H 'Content-Type: application/json' \\
                    -d '{"email": "arthur@camelot.bt", "password": "guinevere", "first_name": "Arthur"}'

                Mail is printed here and kept at %1$s/dev/mailbox.

                """, url);
    }

    private static void configureLogging() throws IOException {
        if (System.getProperty("java.util.logging.config.file") == null) {
            try (InputStream config = Main.class.getResourceAsStream("/logging.properties")) {
                LogManager.getLogManager().readConfiguration(config);
            }
        }
    }
}
