package dev.usher.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is done to a server's processes to see what happens to its clients. */
final class Signals {

    private Signals() {}

    /** Ends a process and all that it started, without a word. */
    static void kill(ProcessHandle server) {
        List<ProcessHandle> all = withDescendants(server);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    /** Lets a process and all that it started hang: their ports take connections, and nothing answers. */
    static void freeze(ProcessHandle server) {
        withDescendants(server).forEach(each -> send("STOP", each));
    }

    static void thaw(ProcessHandle server) {
        withDescendants(server).forEach(each -> send("CONT", each));
    }

    private static List<ProcessHandle> withDescendants(ProcessHandle server) {
        return new ArrayList<>(
                Stream.concat(Stream.of(server), server.descendants()).toList());
    }

    private static void send(String signal, ProcessHandle process) {
        try {
            Process kill = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid()).start();
            assertThat(kill.onExit().join().exitValue()).as("kill -" + signal).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
