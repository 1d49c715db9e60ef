package dev.usher.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;

/** Runs one command and ends with its exit code. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException {
        // otherwise JDK 22 to 24 have a console where there is no terminal
        System.setProperty("jdk.console", "java.base");
        configureLogging();
        System.exit(Usher.commandLine(Surroundings.ofProcess()).execute(args));
    }

    private static void configureLogging() throws IOException {
        if (System.getProperty("java.util.logging.config.file") == null) {
            try (InputStream config = Main.class.getResourceAsStream("logging.properties")) {
                LogManager.getLogManager().readConfiguration(config);
            }
        }
    }
}
