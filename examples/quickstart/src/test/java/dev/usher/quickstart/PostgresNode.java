package dev.usher.quickstart;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real PostgreSQL that can be killed, started again on the same port and data, frozen and thawed. */
final class PostgresNode implements AutoCloseable {

    private final Path data;
    private EmbeddedPostgres server;

    PostgresNode(Path data) {
        this.data = data;
        this.server = start(0);
    }

    private EmbeddedPostgres start(int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("synchronous_commit", "on") // the default here loses what was just committed
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the quickstart's configuration. */
    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    void kill() {
        Signals.kill(postmaster());
    }

    void restart() throws IOException {
        int port = server.getPort();
        server.close(); // there is nothing left to stop, but a lock on the folder to give back
        server = start(port);
    }

    void freeze() {
        Signals.freeze(postmaster());
    }

    void thaw() {
        Signals.thaw(postmaster());
    }

    private ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
