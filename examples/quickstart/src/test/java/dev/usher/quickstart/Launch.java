package dev.usher.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How to start the quickstart: in which folder, with which environment and system properties. Immutable.
 *
 * <p>It listens on a free port unless told otherwise. Nothing of this process's own configuration reaches it.
 */
record Launch(Path folder, Map<String, String> environment, List<String> jvmOptions) {

    /** Any will do that is long enough. */
    static final String SECRET = "the lady of the lake keeps it for ever";

    private static final String MAIN = "dev.usher.quickstart.Main";
    private static final List<String> QUICK_START =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");

    /** With a secret, so that tokens outlive a restart. */
    static Launch in(Path folder) {
        return new Launch(folder, Map.of("SERVER_PORT", "0", "USHER_SECRET", SECRET), List.of());
    }

    /** The same with a variable of the environment. */
    Launch env(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Launch(folder, more, jvmOptions);
    }

    /** The same without a variable of the environment. */
    Launch without(String name) {
        Map<String, String> less = new HashMap<>(environment);
        less.remove(name);
        return new Launch(folder, less, jvmOptions);
    }

    /** The same with a system property. */
    Launch property(String key, String value) {
        List<String> more = new ArrayList<>(jvmOptions);
        more.add("-D" + key + "=" + value);
        return new Launch(folder, environment, more);
    }

    /** Starts it and waits until it listens. */
    QuickstartProcess start() {
        QuickstartProcess process = begin();
        try {
            process.awaitListening();
            return process;
        } catch (AssertionError e) {
            process.close();
            throw e;
        }
    }

    /** Starts it and waits until it has given up. */
    QuickstartProcess startInVain() {
        try (QuickstartProcess process = begin()) {
            process.exitCode();
            return process;
        }
    }

    private QuickstartProcess begin() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUICK_START);
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(Launch::wouldConfigure);
        builder.environment().putAll(environment);
        try {
            return new QuickstartProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean wouldConfigure(String variable) {
        return variable.startsWith("USHER_")
                || variable.startsWith("SERVER_")
                || variable.startsWith("QUICKSTART_")
                || variable.equals("DATABASE_URL")
                || variable.endsWith("JAVA_OPTIONS")
                || variable.equals("JAVA_TOOL_OPTIONS");
    }
}
