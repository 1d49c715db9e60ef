package dev.usher.quickstart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real application in a JVM of its own, with everything it has printed. Made by {@link Launch}; killed at the end. */
final class QuickstartProcess implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile("Usher listens on (http://[\\w.]+:\\d+)\\. .*");

    private final Process process;
    private final Printed out;
    private final Printed err;

    QuickstartProcess(Process process) {
        this.process = process;
        this.out = Printed.by(process.getInputStream());
        this.err = Printed.by(process.getErrorStream());
    }

    void awaitListening() {
        Eventually.get("the quickstart to listen", () -> {
            if (!process.isAlive()) {
                throw new AssertionError("the quickstart has ended: " + err());
            }
            return printedUrl();
        });
    }

    /** Where it listens, as it says itself. */
    String url() {
        return printedUrl().orElseThrow();
    }

    private Optional<String> printedUrl() {
        return out().stream()
                .map(LISTENS::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .findFirst();
    }

    Api api() {
        return new Api(url());
    }

    /** The lines printed on standard output so far. */
    List<String> out() {
        return out.lines;
    }

    /** The lines printed on standard error so far. */
    List<String> err() {
        return err.lines;
    }

    /** Everything printed so far. */
    String output() {
        return String.join("\n", out()) + "\n" + String.join("\n", err());
    }

    /** How many lines were printed so far, in each stream. */
    record Mark(int out, int err) {}

    Mark mark() {
        return new Mark(out().size(), err().size());
    }

    /** Everything printed since. */
    String outputSince(Mark mark) {
        List<String> out = out();
        List<String> err = err();
        return String.join("\n", out.subList(mark.out(), out.size())) + "\n"
                + String.join("\n", err.subList(mark.err(), err.size()));
    }

    /** Ctrl-C, as far as the process can tell: SIGTERM. Unlike the process its handle leaves the streams open. */
    QuickstartProcess terminate() {
        if (process.isAlive()) {
            process.toHandle().destroy();
        }
        return this;
    }

    /** SIGKILL, and waits until it has gone. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** Waits until it has ended and all it printed is here. */
    int exitCode() {
        try {
            if (!process.waitFor(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the quickstart does not end");
            }
            out.awaitEnd();
            err.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
    }

    /** The lines of one stream, read as they come, so that a full pipe never stops the process. */
    private static final class Printed {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final Thread thread;

        private Printed(InputStream stream) {
            this.thread = new Thread(() -> read(stream), "quickstart output");
            this.thread.setDaemon(true);
        }

        static Printed by(InputStream stream) {
            Printed printed = new Printed(stream);
            printed.thread.start();
            return printed;
        }

        private void read(InputStream stream) {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException e) {
                lines.add("(the stream broke: " + e.getMessage() + ")");
            }
        }

        void awaitEnd() throws InterruptedException {
            thread.join(Eventually.PATIENCE.toMillis());
        }
    }
}
